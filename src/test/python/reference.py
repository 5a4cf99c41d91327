#!/usr/bin/env python3
"""Makes model folders in OpenCLIP's own layout with random weights, and the reference's vectors for them.

Needs open_clip_torch 3.3.0, torch and safetensors:

    python3 -m venv venv && venv/bin/pip install open_clip_torch==3.3.0
    venv/bin/python src/test/python/reference.py ViT-B-32 OUT --pictures FOLDER

Writes OUT/open_clip_config.json, open_clip_model.safetensors, the stock vocabulary, and expected.json with unit
vectors (fp32) of up to ten pictures and of ten sentences. Pictures go through the reference's own preprocessing,
with their EXIF orientation obeyed first, as a photo tool must.
"""
import argparse
import json
import pathlib
import shutil

import open_clip
import torch
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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", help="a name of OpenCLIP's configs, or a JSON file like one")
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--pictures", type=pathlib.Path, required=True)
    parser.add_argument("--dtype", choices=["fp32", "fp16", "bf16"], default="fp32", help="how weights are stored")
    parser.add_argument("--preprocess", type=json.loads, default={}, help="keys of preprocess_cfg, as JSON")
    args = parser.parse_args()

    torch.manual_seed(20261121)
    if args.model.endswith(".json"):
        config = json.loads(pathlib.Path(args.model).read_text())
    else:
        config = open_clip.get_model_config(args.model)
    kind = open_clip.CustomTextCLIP if config.pop("custom_text", False) else open_clip.CLIP
    model = kind(**config).eval()
    if kind is open_clip.CustomTextCLIP:
        config["custom_text"] = True
    with torch.no_grad():
        for name, value in list(model.named_parameters()) + list(model.named_buffers()):
            # Away from their initial values, so that a norm or a bias that is left out is seen.
            if value.dtype.is_floating_point and value.ndim <= 1 and "logit" not in name:
                value.add_(torch.randn_like(value).abs() * 0.1 if "running_var" in name else torch.randn_like(value) * 0.1)
    dtype = {"fp32": torch.float32, "fp16": torch.float16, "bf16": torch.bfloat16}[args.dtype]
    state = {k: v.to(dtype) if v.dtype.is_floating_point else v for k, v in model.state_dict().items()}
    model.load_state_dict(state)

    args.out.mkdir(parents=True, exist_ok=True)
    save_file({k: v.contiguous() for k, v in state.items()}, args.out / "open_clip_model.safetensors")
    size = config["vision_cfg"].get("image_size", 224)
    preprocess = {"size": size, "mode": "RGB", "interpolation": "bicubic", "resize_mode": "shortest", **args.preprocess}
    (args.out / "open_clip_config.json").write_text(json.dumps({"model_cfg": config, "preprocess_cfg": preprocess}, indent=2))
    vocabulary = pathlib.Path(open_clip.__file__).parent / "bpe_simple_vocab_16e6.txt.gz"
    shutil.copy(vocabulary, args.out)

    transform = image_transform_v2(PreprocessCfg(**preprocess), is_train=False)
    expected = {"images": {}, "texts": {}}
    with torch.no_grad():
        for path in sorted(p for p in args.pictures.iterdir() if p.suffix.lower() in (".jpg", ".png"))[:10]:
            picture = ImageOps.exif_transpose(Image.open(path)).convert("RGB")
            vector = model.encode_image(transform(picture).unsqueeze(0), normalize=True)[0]
            expected["images"][str(path.resolve())] = [round(float(x), 7) for x in vector]
        tokenizer = open_clip.SimpleTokenizer(context_length=config["text_cfg"].get("context_length", 77))
        for sentence in SENTENCES:
            vector = model.encode_text(tokenizer([sentence]), normalize=True)[0]
            expected["texts"][sentence] = [round(float(x), 7) for x in vector]
    (args.out / "expected.json").write_text(json.dumps(expected))


if __name__ == "__main__":
    main()
