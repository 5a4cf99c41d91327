#!/usr/bin/env python3
"""Makes model folders in OpenCLIP's own layout with random weights, and the reference's vectors for them.

Needs open_clip_torch 3.3.0, torch and safetensors, and transformers for text towers of Hugging Face's:

    python3 -m venv venv && venv/bin/pip install open_clip_torch==3.3.0 transformers
    venv/bin/python src/test/reference/reference.py ViT-B-32 OUT --pictures FOLDER

Writes OUT/open_clip_config.json, open_clip_model.safetensors, the stock vocabulary or the tokenizer that is given, and
expected.json with unit vectors (fp32) of up to ten pictures and of ten sentences. Pictures go through the reference's
own preprocessing, with their EXIF orientation obeyed first, as a photo tool must.
"""
import argparse
import contextlib
import copy
import json
import pathlib
import shutil
from unittest import mock

import open_clip
import torch
import transformers
from open_clip.transform import PreprocessCfg, image_transform_v2
from PIL import Image, ImageOps
from safetensors.torch import save_file

SENTENCES = [
    "a dog runs through the grass",
    "A child in a pink dress is climbing up a set of stairs in an entry way .",
    "two men playing football",
    "a photo of a tabby cat",
    "sports car",
    "Snowboarder in mid-air!",
    "caf\u00e9 \u00fcber stra\u00dfe &amp; na\u00efve  \u201cquotes\u201d",
    "\u65e5\u672c\u8a9e \u306e \u5199\u771f",
    "don't we'll they're I'd 2024",
    " ".join(["a very long sentence about many things"] * 20),
]
ROBERTA = {"max_position_embeddings": 514, "type_vocab_size": 1, "layer_norm_eps": 1e-5}
LARGE = {"hidden_size": 1024, "num_hidden_layers": 24, "num_attention_heads": 16, "intermediate_size": 4096}
HUB_CONFIGS = {
    "roberta-base": ("RobertaConfig", {**ROBERTA, "vocab_size": 50265}),
    "xlm-roberta-base": ("XLMRobertaConfig", {**ROBERTA, "vocab_size": 250002}),
    "xlm-roberta-large": ("XLMRobertaConfig", {**ROBERTA, **LARGE, "vocab_size": 250002}),
    "google/mt5-base": ("MT5Config", {"d_model": 768, "d_ff": 2048, "num_layers": 12, "num_heads": 12}),
    "google/mt5-xl": ("MT5Config", {"d_model": 2048, "d_ff": 5120, "num_layers": 24, "num_heads": 32}),
    "facebook/nllb-200-distilled-600M": ("M2M100Config", {"vocab_size": 256206}),
    "facebook/nllb-200-distilled-1.3B": (
        "M2M100Config",
        {"vocab_size": 256206, "encoder_layers": 24, "encoder_ffn_dim": 8192},
    ),
    "Alibaba-NLP/gte-modernbert-base": ("ModernBertConfig", {}),
}
DTYPES = {"fp32": torch.float32, "fp16": torch.float16, "bf16": torch.bfloat16}


def random_model(config, spread=1.0):
    """A model whose every norm, bias and running statistic is away from its initial value, so that one that is left
    out is seen. The matrices are multiplied by `spread`: in small models it keeps the vectors apart."""
    torch.manual_seed(20261121)
    config = copy.deepcopy(config)
    with timm_arguments(config["vision_cfg"].pop("timm_model_kwargs", None)):
        model = untrained_model(config)
    stored = model.state_dict().keys()  # of tables such as rotary positions, a checkpoint knows nothing
    with torch.no_grad():
        for name, value in list(model.named_parameters()) + list(model.named_buffers()):
            if name not in stored or not value.dtype.is_floating_point or "logit" in name or "mask" in name:
                continue
            if value.ndim > 1:
                value.mul_(spread)
            elif "running_var" in name:
                value.add_(torch.randn_like(value).abs() * 0.1)
            else:
                value.add_(torch.randn_like(value) * 0.1)
    return model


def untrained_model(config):
    """What `create_model` in OpenCLIP's factory.py makes of a config."""
    config = copy.deepcopy(config)
    text = config["text_cfg"]
    custom = config.pop("custom_text", False) or "hf_model_name" in text
    with hub_config(text):
        if "multimodal_cfg" in config:
            return open_clip.CoCa(**config).eval()
        return (open_clip.CustomTextCLIP if custom else open_clip.CLIP)(**config).eval()


def hub_config(text):
    """Stands in for the hub's config of a text tower, in the sizes of `hf_model_config`, which later versions of
    OpenCLIP know."""
    if "hf_model_name" not in text:
        return contextlib.nullcontext()
    kind, sizes = HUB_CONFIGS[text["hf_model_name"]]
    config = getattr(transformers, kind)(**{**sizes, **text.pop("hf_model_config", {})})
    text["hf_model_pretrained"] = False
    return mock.patch.object(open_clip.hf_model.AutoConfig, "from_pretrained", lambda name: config)


def timm_arguments(arguments):
    """What later versions of OpenCLIP do with `timm_model_kwargs`, which 3.3.0 does not know yet."""
    if not arguments:
        return contextlib.nullcontext()
    create = open_clip.timm_model.timm.create_model
    return mock.patch.object(
        open_clip.timm_model.timm, "create_model", lambda *given, **more: create(*given, **more, **arguments)
    )


def save_model(model, config, preprocess, dtype, out):
    """Writes a model as OpenCLIP publishes it, and rounds the one in memory to what was written."""
    state = {k: v.to(DTYPES[dtype]) if v.dtype.is_floating_point else v for k, v in model.state_dict().items()}
    model.load_state_dict(state)
    out.mkdir(parents=True, exist_ok=True)
    save_file({k: v.contiguous() for k, v in state.items()}, out / "open_clip_model.safetensors")
    written = {"model_cfg": config, "preprocess_cfg": preprocess}
    (out / "open_clip_config.json").write_text(json.dumps(written, indent=2) + "\n")


def image_vectors(model, preprocess, pictures):
    """The unit vectors of pictures, given as pairs of a name and an upright RGB picture."""
    transform = image_transform_v2(PreprocessCfg(**preprocess), is_train=False)
    with torch.no_grad():
        return {
            # A pool of one query leaves a dimension of one.
            name: rounded(model.encode_image(transform(picture).unsqueeze(0), normalize=True).flatten())
            for name, picture in pictures
        }


def rounded(vector):
    return [round(float(x), 7) for x in vector]


def upright(path):
    return ImageOps.exif_transpose(Image.open(path)).convert("RGB")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", help="a name of OpenCLIP's configs, or a JSON file like one")
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--pictures", type=pathlib.Path, required=True)
    parser.add_argument("--dtype", choices=DTYPES, default="fp32", help="how weights are stored")
    parser.add_argument("--tokenizer", type=pathlib.Path, help="a folder with tokenizer.json and tokenizer_config.json")
    parser.add_argument("--preprocess", type=json.loads, default={}, help="keys of preprocess_cfg, as JSON")
    args = parser.parse_args()

    if args.model.endswith(".json"):
        config = json.loads(pathlib.Path(args.model).read_text())
    else:
        config = open_clip.get_model_config(args.model)
    size = config["vision_cfg"].get("image_size", 224)
    preprocess = {"size": size, "mode": "RGB", "interpolation": "bicubic", "resize_mode": "shortest", **args.preprocess}
    model = random_model(config)
    save_model(model, config, preprocess, args.dtype, args.out)
    text = config["text_cfg"]
    length = text.get("context_length", 77)
    if args.tokenizer:
        for name in ("tokenizer.json", "tokenizer_config.json"):
            shutil.copy(args.tokenizer / name, args.out)
        tokenizer = open_clip.tokenizer.HFTokenizer(str(args.out), length, **text.get("tokenizer_kwargs", {}))
    else:
        shutil.copy(pathlib.Path(open_clip.__file__).parent / "bpe_simple_vocab_16e6.txt.gz", args.out)
        tokenizer = open_clip.SimpleTokenizer(context_length=length)

    paths = sorted(p for p in args.pictures.iterdir() if p.suffix.lower() in (".jpg", ".png"))[:10]
    expected = {"images": image_vectors(model, preprocess, ((str(p.resolve()), upright(p)) for p in paths)), "texts": {}}
    with torch.no_grad():
        for sentence in SENTENCES:
            expected["texts"][sentence] = rounded(model.encode_text(tokenizer([sentence]), normalize=True)[0])
    (args.out / "expected.json").write_text(json.dumps(expected))


if __name__ == "__main__":
    main()
