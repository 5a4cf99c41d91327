#!/usr/bin/env python3
"""Describes the models of src/test/resources/dev/imagedb/embed/openclip/drawn, with the reference's vectors for them.

    venv/bin/python src/test/reference/drawn_models.py src/test/resources/dev/imagedb/embed/openclip/drawn [NAME...]

timm's networks cannot be made as small as a file in a repository should be. Their weights, and those of text towers,
are therefore drawn by a formula that the Java tests know too (DrawnModel.java), and only names, shapes and vectors are kept.
"""
import json
import pathlib
import sys
import zlib

import numpy
import timm
import torch
from open_clip.transform import PreprocessCfg, image_transform_v2

from reference import image_vectors, rounded, untrained_model
from tiny_models import END, PICTURES, SEQUENCES, picture, text, vision

EMBEDDINGS = ("pos_embed", "cls_token", "positional_embedding", "token_embedding.weight")


def trunk(name, size, proj, pool="avg", bias=False, **more):
    vision = {"timm_model_name": name, "timm_pool": pool, "timm_proj": proj, "timm_proj_bias": bias, "image_size": size}
    return {**vision, "timm_model_kwargs": more} if more else vision


def coca(text):
    return dict(
        vision=vision(output_tokens=True),
        text=text,
        custom_text=True,
        multimodal_cfg={"context_length": 12, "vocab_size": 200, "width": 16, "heads": 2, "layers": 1},
    )


def hugging(name, context=12, **more):
    hub = {key: more.pop(key) for key in list(more) if not key.startswith("hf_")}
    text = {"context_length": context, "hf_model_name": name, "hf_tokenizer_name": name, **more, "hf_model_config": hub}
    return dict(vision=vision(), text=text, sequences=[*SEQUENCES, [198, 5, 0, 1, 6, END]])


def roberta(name, **more):
    sizes = {"hidden_size": 16, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 24}
    return hugging(name, **{"vocab_size": 200, "max_position_embeddings": 14, **sizes, **more})


def nllb(**more):
    sizes = {"vocab_size": 200, "encoder_layers": 2, "encoder_attention_heads": 2, "encoder_ffn_dim": 24}
    return hugging("facebook/nllb-200-distilled-600M", d_model=16, **sizes, **more)


def modern_bert():
    """Needs OpenCLIP's sources of commit 89fb801: 3.3.0 cannot build it."""
    sizes = {"hidden_size": 16, "num_hidden_layers": 4, "num_attention_heads": 2, "intermediate_size": 24}
    name = "Alibaba-NLP/gte-modernbert-base"
    model = hugging(name, 96, hf_pooler_type="cls_pooler", hf_proj_type="linear", max_position_embeddings=96, **sizes)
    # A text whose ends do not see one another in most layers.
    return {**model, "sequences": [*SEQUENCES, [198, *(7 * i % 190 for i in range(80)), END]]}


MOBILE = {"text": text(no_causal_mask=True), "custom_text": True}
MOBILE_CLIP = {"mean": [0, 0, 0], "std": [1, 1, 1], "interpolation": "bilinear"}
SMALL = {"layers": [1, 2, 1, 1], "embed_dims": [8, 16, 32, 64]}
MODELS = {
    # 72 pixels become 36, 18, 9, 5 and 3: sides that are even and odd.
    "mobile-net-same": dict(vision=trunk("mobilenetv2_035", 72, "linear", bias=True, pad_type="same")),
    "mobile-net-deep": dict(vision=trunk("mobilenetv2_110d", 72, None)),
    # A side that is no multiple of 32.
    "conv-next": dict(vision=trunk("convnext_tiny", 77, "linear", pool="", depths=[1, 2, 1, 1], dims=[8, 16, 24, 32])),
    "conv-next-mlp": dict(
        vision=trunk("convnext_xxlarge", 64, "mlp", bias=True, depths=[1, 1, 2, 1], dims=[8, 16, 24, 32], norm_eps=0.01)
    ),
    "fast-vit": dict(vision=trunk("fastvit_mci0", 96, None, **SMALL), preprocess=MOBILE_CLIP, **MOBILE),
    "fast-vit-fused": dict(vision=trunk("fastvit_mci2", 96, None, **SMALL), fused=True, **MOBILE),
    "fast-vit-large": dict(
        vision=trunk("fastvit_mci3", 128, None, layers=[1, 1, 2, 1, 1], embed_dims=[8, 16, 32, 64, 64]), **MOBILE
    ),
    "vit-stem": dict(vision=trunk("vit_base_mci_224", 224, None, pool="token", depth=1), preprocess=MOBILE_CLIP),
    "vit-clip": dict(
        vision=trunk("vit_large_patch14_clip_224", 224, None, pool="token", depth=2, embed_dim=24, num_heads=2), **MOBILE
    ),
    # A class token behind the text, with the id of padding among the words; all that is in sight, and what comes before.
    "coca": coca(text(embed_cls=True, output_tokens=True, pad_id=7)),
    "coca-bidirectional": coca(text(embed_cls=True, output_tokens=True, pad_id=0, no_causal_mask=True, proj_bias=True)),
    # The whole context that positions reach; the id of padding among the words.
    "roberta": roberta("roberta-base", hf_pooler_type="mean_pooler"),
    "xlm-roberta-class": roberta("xlm-roberta-base", hf_pooler_type="cls_pooler", hf_proj_type="linear"),
    "xlm-roberta-first": roberta(
        "xlm-roberta-large", hf_pooler_type="cls_last_hidden_state_pooler", hf_proj_type=None, hidden_size=8
    ),
    # Heads that are wider together than a token; distances near and far.
    "mt5": hugging("google/mt5-base", 48, vocab_size=200, d_model=16, d_kv=6, d_ff=24, num_layers=2, num_heads=3),
    "nllb": nllb(hf_proj_type="linear", hf_pooler_type="cls_pooler"),
    "nllb-mean": nllb(hf_proj_type="mlp", hf_pooler_type="mean_pooler"),
}


def eva(name, pool, **more):
    # Five patches a side, and pixels left over.
    sizes = {"embed_dim": 32, "depth": 2, "num_heads": 2, "mlp_ratio": 2.7, "img_size": 44, "patch_size": 8, **more}
    return dict(vision=trunk(name, 44, None, pool=pool, **sizes), mobile=True)


MODELS |= {
    "eva-giant": eva("eva_giant_patch14_224", "token"),
    "eva-02": eva("eva02_base_patch16_clip_224", "token"),
    "eva-02-enormous": eva("eva02_enormous_patch14_clip_224", "token"),
    "perception": eva("vit_pe_core_base_patch16_224", "map"),
    "perception-gigantic": eva("vit_pe_core_gigantic_patch14_448", "map"),
}


def vit(**more):
    return {"layers": 2, "width": 16, "head_width": 8, "patch_size": 8, "image_size": 36, **more}


MODELS |= {
    "vit-custom-blocks": dict(
        vision=vit(
            qk_norm=True, scale_heads=True, scale_attn_inner=True, scale_attn=True, scale_fc=True, ls_init_value=0.5,
            norm_kwargs={"eps": 0.01}, pos_embed_type="sin_cos_2d",
        )
    ),
    # Vectors narrower than tokens, as CoCa's: three matrices in place of one.
    "vit-queries": dict(
        vision=vit(attentional_pool=True, attn_pooler_queries=5, attn_pooler_heads=2, norm_kwargs={"eps": 0.1})
    ),
    # Vectors as wide as tokens.
    "vit-queries-mean": dict(
        vision=vit(width=8, attentional_pool=True, pool_type="avg", attn_pooler_queries=5, attn_pooler_heads=4)
    ),
    "vit-queries-parallel": dict(
        vision=vit(width=8, attentional_pool="parallel", attn_pooler_queries=5, attn_pooler_heads=2, pool_type="none")
    ),
    "vit-queries-cascade": dict(
        vision=vit(width=8, attentional_pool="cascade", attn_pooler_queries=5, attn_pooler_heads=2)
    ),
}


MODELS |= {"modern-bert": modern_bert()}  # the last, since the released reference fails on it


def drawn(name, shape):
    """Numbers that depend on the tensor's name and their place only: splitmix64 of both, 24 bits of it."""
    count = numpy.prod(shape, dtype=numpy.uint64)
    z = (numpy.uint64(zlib.crc32(name.encode())) << numpy.uint64(32)) | numpy.arange(count, dtype=numpy.uint64)
    z *= numpy.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
    unit = ((z ^ (z >> numpy.uint64(31))) >> numpy.uint64(40)).astype(numpy.float64) / (1 << 24)
    centre, reach = spread(name, shape)
    return torch.from_numpy((centre + reach * (2 * unit - 1)).astype(numpy.float32).reshape(shape))


def spread(name, shape):
    """Where a tensor's numbers lie: every norm, bias and running statistic is away from its initial value, so that one
    that is left out is seen, and matrices keep the size of what goes through them."""
    if name.endswith("running_var"):
        return 1, 0.5
    if name.endswith("gamma"):
        return 0.5, 0.3
    if name.endswith(EMBEDDINGS):
        return 0, 0.5
    if len(shape) > 1:
        return 0, numpy.sqrt(6.0 / numpy.prod(shape[1:]))
    return (1, 0.3) if name.endswith("weight") else (0, 0.2)


def reference_model(config, fused):
    vision = dict(config["vision_cfg"])
    more = vision.pop("timm_model_kwargs", {})
    create = timm.create_model
    timm.create_model = lambda name, **kwargs: create(name, **kwargs, **more, **({"inference_mode": True} if fused else {}))
    try:
        return untrained_model({**config, "vision_cfg": vision})
    finally:
        timm.create_model = create


def make(vision, text=text(), preprocess=None, fused=False, sequences=SEQUENCES, **more):
    config = {"embed_dim": 8, "vision_cfg": vision, "text_cfg": text, **more}
    side = vision["image_size"]
    preprocess = {"size": side, "mode": "RGB", "interpolation": "bicubic", "resize_mode": "shortest", **(preprocess or {})}
    model = reference_model(config, fused)
    state = model.state_dict()
    tensors = {name: list(value.shape) for name, value in state.items() if value.dtype.is_floating_point}
    model.load_state_dict({**state, **{name: drawn(name, shape) for name, shape in tensors.items()}})
    tensors = {name: shape for name, shape in tensors.items() if not name.startswith("text_decoder.")}
    pictures = [(f"{w}x{h}:{seed}", picture(w, h, seed)) for w, h, seed in PICTURES]
    images = image_vectors(model, preprocess, pictures)
    length = config["text_cfg"]["context_length"]
    texts = {}
    with torch.no_grad():
        for ids in sequences:
            padding = [padding_id(model)] * (length - len(ids))
            padded = (ids if len(ids) <= length else ids[: length - 1] + [END]) + padding
            texts[" ".join(map(str, ids))] = rounded(model.encode_text(torch.tensor([padded]), normalize=True)[0])
    return {
        "config": {"model_cfg": config, "preprocess_cfg": preprocess},
        "tensors": tensors,
        "images": images,
        "bfloat16": in_bfloat16(model, preprocess, pictures, images),
        "texts": texts,
    }


def padding_id(model):
    tower = getattr(model, "text", model)
    return tower.config.pad_token_id if hasattr(tower, "config") else getattr(tower, "pad_id", 0)


def in_bfloat16(model, preprocess, pictures, images):
    """The cosines of the reference's own vectors in bfloat16 with those in float32: random networks are less sure of
    what they see than trained ones, and so lose more by rounding."""
    transform = image_transform_v2(PreprocessCfg(**preprocess), is_train=False)
    model.visual.bfloat16()
    with torch.no_grad():
        rough = {name: model.encode_image(transform(p).unsqueeze(0).bfloat16()).flatten().float() for name, p in pictures}
    return {
        name: round(float(torch.cosine_similarity(rough[name], torch.tensor(images[name]), dim=0)), 5) for name in images
    }


def main():
    out = pathlib.Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[2:] or MODELS:
        model = make(**MODELS[name])
        parts = []
        for kind, entries in model.items():
            lines = ",\n".join(f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in entries.items())
            parts.append(f'"{kind}": {{\n{lines}\n}}')
        (out / f"{name}.json").write_text("{" + ",\n".join(parts) + "}\n")
        v = numpy.array(list(model["images"].values()))
        print(name, "in bfloat16:", list(model["bfloat16"].values()), "cosines of different pictures:", numpy.round((v @ v.T)[numpy.triu_indices(len(v), 1)], 3))


if __name__ == "__main__":
    main()
