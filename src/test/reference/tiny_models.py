#!/usr/bin/env python3
"""Makes the tiny models of src/test/resources/dev/imagedb/embed/openclip, and the reference's vectors for them.

    venv/bin/python src/test/reference/tiny_models.py src/test/resources/dev/imagedb/embed/openclip [MODEL...]

Together they use every switch of OpenCLIP's towers that imagedb knows. They are far too small for a vocabulary, so
that texts are given as ids, and pictures are drawn by a formula that the Java tests know too (TinyModels.java).
"""
import json
import pathlib
import sys

import numpy
import open_clip
import torch
from open_clip.model import resize_pos_embed
from PIL import Image

from reference import image_vectors, random_model, rounded, save_model

END = 199
SEQUENCES = [
    [198, END],
    [198, 3, 14, 15, 92, 65, END],
    [198, 7, 7, 7, END],
    [198, *range(20, 60), END],
]
PICTURES = [(61, 47, 1), (20, 90, 5), (36, 36, 9)]


def picture(width, height, seed):
    y, x = numpy.mgrid[:height, :width]
    return Image.fromarray(numpy.stack([x * seed, y * 3 * seed, x * y + 40 * seed], -1).astype(numpy.uint8))


def vision(**more):
    return {"layers": 2, "width": 16, "head_width": 8, "patch_size": 8, "image_size": 32, **more}


def text(**more):
    return {"context_length": 12, "vocab_size": 200, "width": 16, "heads": 2, "layers": 2, **more}


def timm(name, pool, projection, **more):
    sizes = {"embed_dim": 16, "depth": 2, "num_heads": 2, **more}
    return {
        "image_size": sizes["img_size"],
        "timm_model_name": name,
        "timm_model_pretrained": False,
        "timm_pool": pool,
        "timm_proj": projection,
        "timm_model_kwargs": sizes,
    }


def siglip_text(**more):
    return text(
        context_length=24,
        vocab_size=600,
        no_causal_mask=True,
        proj_bias=True,
        pool_type="last",
        norm_kwargs={"eps": 1e-6},
        tokenizer_kwargs={"clean": "canonicalize"},
        **more,
    )


SIGLIP_PREPROCESS = {"resize_mode": "squash", "mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5]}

MODELS = {
    # As CLIPA: no causal mask, features of the last position, mean of the patches; a picture that patches don't fill.
    "clipa": dict(
        config={
            "embed_dim": 12,
            "vision_cfg": vision(image_size=36, no_ln_pre=True, pool_type="avg", final_ln_after_pool=True),
            "text_cfg": text(no_causal_mask=True, pool_type="last"),
        },
        preprocess={"resize_mode": "squash", "interpolation": "bilinear", "mean": [0.485, 0.456, 0.406], "std": [0.229, 0.224, 0.225]},
    ),
    # As OpenAI's own.
    "quick-gelu": dict(config={"embed_dim": 12, "quick_gelu": True, "vision_cfg": vision(), "text_cfg": text()}),
    # As ViT-M-16-alt, in both towers; widths that are no power of two.
    "layer-scale": dict(
        config={
            "embed_dim": 10,
            "vision_cfg": vision(width=24, mlp_ratio=2.7, ls_init_value=0.5, pool_type="avg"),
            "text_cfg": text(ls_init_value=0.5, pool_type="first", no_causal_mask=True),
        },
        dtype="fp16",
    ),
    # As SigLIP's text tower and the worldwide models.
    "custom-text": dict(
        config={
            "embed_dim": 12,
            "custom_text": True,
            "vision_cfg": vision(act_kwargs={"approximate": "tanh"}, norm_kwargs={"eps": 0.01}),
            "text_cfg": text(
                pool_type="eos", eos_id=END, proj_bias=True, act_kwargs={"approximate": "tanh"}, norm_kwargs={"eps": 0.01}
            ),
        },
        preprocess={"resize_mode": "longest", "fill_color": 100, "mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5]},
        dtype="bf16",
    ),
    # Trained at 32 pixels, used at 48; no projection of texts.
    "resized": dict(
        config={"embed_dim": 16, "vision_cfg": vision(), "text_cfg": text(proj_type="none")}, size=48, dtype="bf16"
    ),
    "resnet": dict(
        config={
            "embed_dim": 12,
            "vision_cfg": {"layers": [1, 2, 1, 1], "width": 4, "head_width": 32, "image_size": 64},
            "text_cfg": text(),
        },
        dtype="fp16",
        spread=2.5,
    ),
    # As ViT-SO400M-14-SigLIP-384: a picture that patches don't fill, an mlp_ratio that is no whole number.
    "siglip": dict(
        config={
            "embed_dim": 16,
            "init_logit_bias": -10,
            "custom_text": True,
            "vision_cfg": timm(
                "vit_so400m_patch14_siglip_384", "map", "none", img_size=36, patch_size=8, mlp_ratio=3.7362
            ),
            "text_cfg": siglip_text(hf_tokenizer_name="tiny/siglip"),
        },
        preprocess=SIGLIP_PREPROCESS,
        dtype="fp16",
    ),
    # As ViT-B-32-SigLIP2-256: the other GELU in both towers.
    "siglip2": dict(
        config={
            "embed_dim": 16,
            "init_logit_bias": -10,
            "custom_text": True,
            "vision_cfg": timm("vit_base_patch32_siglip_256", "map", "none", img_size=32, patch_size=8),
            "text_cfg": siglip_text(hf_tokenizer_name="tiny/siglip2", act_kwargs={"approximate": "tanh"}),
        },
        preprocess=SIGLIP_PREPROCESS,
        dtype="bf16",
    ),
    # As MobileCLIP2-L-14: a class token, a norm before the blocks, and timm's own classifier behind.
    "timm-clip": dict(
        config={
            "embed_dim": 12,
            "custom_text": True,
            "vision_cfg": timm("vit_large_patch14_clip_224", "token", None, img_size=32, patch_size=8),
            "text_cfg": text(no_causal_mask=True),
        },
        preprocess={"interpolation": "bilinear", "mean": [0, 0, 0], "std": [1, 1, 1]},
        dtype="fp16",
        spread=12.0,
    ),
    # As vit_medium_patch16_gap_256: the mean of all patches, no biases in the attention, layer scale.
    "timm-gap": dict(
        config={
            "embed_dim": 12,
            "vision_cfg": timm("vit_medium_patch16_gap_256", "", "linear", img_size=32, patch_size=8),
            "text_cfg": text(),
        },
        dtype="bf16",
    ),
}


def a_vector_a_line(expected):
    kinds = (
        f'"{kind}": {{\n' + ",\n".join(f"  {json.dumps(key)}: {vector}" for key, vector in vectors.items()) + "\n}"
        for kind, vectors in expected.items()
    )
    return "{" + ",\n".join(kinds) + "}\n"


def make(out, config, preprocess=None, dtype="fp32", size=None, spread=3.0):
    model = random_model(config, spread)
    if size:
        # As trained, but with a config that asks for other pictures.
        trained, config = config, {**config, "vision_cfg": {**config["vision_cfg"], "image_size": size}}
        save_model(model, config, {}, dtype, out)
        state = model.state_dict()
        model = random_model(config)
        resize_pos_embed(state, model)
        model.load_state_dict(state)
    side = config["vision_cfg"]["image_size"]
    preprocess = {"size": side, "mode": "RGB", "interpolation": "bicubic", "resize_mode": "shortest", **(preprocess or {})}
    if size:
        written = {"model_cfg": config, "preprocess_cfg": preprocess}
        (out / "open_clip_config.json").write_text(json.dumps(written, indent=2) + "\n")
    else:
        save_model(model, config, preprocess, dtype, out)
    pictures = ((f"{w}x{h}:{seed}", picture(w, h, seed)) for w, h, seed in PICTURES)
    expected = {"images": image_vectors(model, preprocess, pictures), "texts": {}}
    length = config["text_cfg"]["context_length"]
    with torch.no_grad():
        for ids in SEQUENCES:
            padded = (ids if len(ids) <= length else ids[: length - 1] + [END]) + [0] * (length - len(ids))
            vector = model.encode_text(torch.tensor([padded]), normalize=True)[0]
            expected["texts"][" ".join(map(str, ids))] = rounded(vector)
    (out / "expected.json").write_text(a_vector_a_line(expected))
    for kind, vectors in expected.items():
        v = numpy.array(list(vectors.values()))
        print(out.name, kind, "cosines of different ones:", numpy.round((v @ v.T)[numpy.triu_indices(len(v), 1)], 3))


if __name__ == "__main__":
    chosen = sys.argv[2:] or MODELS
    for name in chosen:
        make(pathlib.Path(sys.argv[1]) / name, **MODELS[name])
