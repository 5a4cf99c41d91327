#!/usr/bin/env python3
"""Answers what the reference makes of pictures and sentences, at full size, for one config after the other.

    venv/bin/python src/test/reference/parity.py OUT

`mvn verify -Pparity` talks to it. Its first line is a JSON object: its versions, and all of the reference's configs by
name. Then it reads names, a line each, and for each it writes OUT/model, a model folder of random weights with

    expected.safetensors  `pixels N`, shape (3, side, side): pictures as the model sees them, before the mean is taken off
    expected.json         `pictures`, all or the first few, and `sentences`: unit vectors in fp32

and prints a JSON object of its own times. The pictures lie in OUT/pictures.
"""
import contextlib
import copy
import gc
import json
import math
import pathlib
import shutil
import sys
import time
from unittest import mock

import numpy
import open_clip
import torch
from open_clip.transform import PreprocessCfg, image_transform_v2
from PIL import Image
from safetensors.torch import save_file

from reference import SENTENCES, save_model, timm_arguments, untrained_model

# Mode and size: odd and even, tall, wide, tiny and large, and every kind of pixel that is read in another way.
PICTURES = [
    ("RGB", 641, 427),
    ("RGB", 90, 700),
    ("RGBA", 320, 199),
    ("P", 257, 193),
    ("L", 300, 201),
    ("I;16", 200, 321),
    ("RGB", 640, 480),
    ("RGB", 1000, 61),
    ("RGB", 5, 3),
    ("RGB", 2200, 1467),
]
# Where the reference takes longer than this for a picture, it makes vectors of the first FEW only.
LONG_SECONDS = 0.5
FEW = 3
# Larger models are given fewer layers in the image tower, so that a machine of 16 GB holds them, and an hour or two does.
MOST_PARAMETERS = 1e9
# Weights of larger ones are written in half precision, as they are published.
MOST_IN_FP32 = 2e8
WHITE = 255
RESOURCES = pathlib.Path("src/test/resources/dev/imagedb/embed/openclip")
# By a part of the tower's or the tokenizer's name.
TOKENIZERS = {
    "xlm-roberta": "tokenizers/xlm-roberta",
    "roberta": "tokenizers/roberta",
    "mt5": "tokenizers/mt5",
    "nllb": "tokenizers/nllb",
    "SigLIP2": "siglip2",
}


def photograph(width, height, seed):
    """Smooth colours, edges and grain, shape (height, width, 3), from 0 to 1."""
    rng = numpy.random.default_rng(seed)
    y, x = numpy.mgrid[:height, :width] / max(width, height)
    channels = []
    for _ in range(3):
        waves = sum(numpy.sin(rng.uniform(1, 30) * (x * numpy.cos(a) + y * numpy.sin(a)) + a) for a in rng.uniform(0, 6.3, 6))
        edges = (numpy.hypot(x - rng.uniform(), y - rng.uniform()) < rng.uniform(0.05, 0.4)) * rng.uniform(-2, 2)
        channels.append(waves / 4 + edges + rng.normal(0, 0.2, (height, width)))
    return 1 / (1 + numpy.exp(-numpy.stack(channels, -1)))


def draw(mode, width, height, seed):
    values = photograph(width, height, seed)
    if mode == "I;16":
        return Image.fromarray((values[:, :, 0] * 65535).astype(numpy.uint16))
    bytes_ = (values * 255).astype(numpy.uint8)
    if mode == "L":
        return Image.fromarray(bytes_[:, :, 0])
    picture = Image.fromarray(bytes_)
    if mode == "P":
        return picture.quantize(64)
    if mode == "RGBA":
        picture.putalpha(Image.fromarray(bytes_[:, :, 1]))
    return picture


def seen(picture):
    """As a photo tool shows it: over white, and 16 bits by their upper half. The reference drops the transparency and
    reads 16 bits in its own way, which is nobody's idea of such a picture."""
    if picture.mode == "I;16":
        return Image.fromarray((numpy.asarray(picture) >> 8).astype(numpy.uint8)).convert("RGB")
    if picture.mode == "RGBA":
        pixels = numpy.asarray(picture).astype(int)
        alpha = pixels[:, :, 3:]
        return Image.fromarray(((pixels[:, :, :3] * alpha + WHITE * (255 - alpha) + 127) // 255).astype(numpy.uint8))
    return picture.convert("RGB")


def preprocessing(name, size):
    """What the first published weights of a config say."""
    tags = open_clip.list_pretrained_tags_by_model(name)
    published = open_clip.pretrained.get_pretrained_cfg(name, tags[0]) if tags else {}
    keys = ("mean", "std", "interpolation", "resize_mode")
    given = {key: published[key] for key in keys if published.get(key)}
    return {"size": size, "mode": "RGB", "interpolation": "bicubic", "resize_mode": "shortest", **given}


@contextlib.contextmanager
def unfilled():
    """No random numbers while a model is built: of a large one, they take a minute, and are replaced anyway."""
    as_it_is = {name: lambda tensor, *args, **more: tensor for name in ("normal_", "uniform_", "erfinv_")}
    with mock.patch.multiple(torch.Tensor, **as_it_is):
        yield


def fill(model):
    """Random weights of a size at which what goes through a layer keeps its own, copied from one long row of numbers:
    its length is prime, so that no two rows of a matrix are the same."""
    torch.manual_seed(20261121)
    numbers = torch.randn(4_194_301)
    start = 0
    stored = model.state_dict().keys()
    with torch.no_grad():
        for name, value in list(model.named_parameters()) + list(model.named_buffers()):
            if name not in stored or not value.dtype.is_floating_point or "logit" in name or "mask" in name:
                continue
            if value.ndim > 1:
                fan_in = value[0].numel()
                value.view(-1).copy_(repeated(numbers, start, value.numel())).mul_(0.7 / fan_in**0.5)
            else:
                centre = 1 if name.endswith(("weight", "gamma", "running_var")) else 0
                value.copy_(repeated(numbers, start, value.numel())).mul_(0.1).clamp_(-0.3, 0.3).add_(centre)
            start = (start + value.numel()) % len(numbers)
    return model


def repeated(numbers, start, count):
    return numbers.roll(-start).repeat(-(-count // len(numbers)))[:count]


def parameters(config):
    with torch.device("meta"):
        return sum(value.numel() for value in untrained(config).parameters())


def untrained(config):
    config = copy.deepcopy(config)
    with timm_arguments(config["vision_cfg"].pop("timm_model_kwargs", None)):
        return untrained_model(config)


def with_layers(config, layers):
    fewer = copy.deepcopy(config)
    vision = fewer["vision_cfg"]
    if "layers" in vision:
        vision["layers"] = layers
    else:
        vision.setdefault("timm_model_kwargs", {})["depth"] = layers
    return fewer


def cut(config):
    """The config with as many layers as fit, and what was left out in words."""
    vision = config["vision_cfg"]
    whole = parameters(config)
    if whole <= MOST_PARAMETERS or isinstance(vision.get("layers"), list):
        return config, ""
    try:
        depth = vision["layers"] if "layers" in vision else open_clip_depth(vision)
    except AttributeError:
        return config, ""  # no transformer
    layer = whole - parameters(with_layers(config, depth - 1))
    layers = max(1, depth - math.ceil((whole - MOST_PARAMETERS) / layer))
    return with_layers(config, layers), f"{layers} of {depth} layers"


def open_clip_depth(vision):
    with torch.device("meta"):
        return len(open_clip.timm_model.timm.create_model(vision["timm_model_name"]).blocks)


def tokenizer_for(config, out):
    """The stock tokenizer, or a tiny one of the same kind where the model would bring its own."""
    text = config["text_cfg"]
    length = text.get("context_length", 77)
    own = text.get("hf_tokenizer_name")
    if not own:
        shutil.copy(pathlib.Path(open_clip.__file__).parent / "bpe_simple_vocab_16e6.txt.gz", out)
        return open_clip.SimpleTokenizer(context_length=length)
    kind = next((kind for name, kind in TOKENIZERS.items() if name in text.get("hf_model_name", own)), "siglip")
    for file in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copy(RESOURCES / kind / file, out)
    if text.get("tokenizer_kwargs", {}).get("strip_sep_token"):
        settings = json.loads((out / "tokenizer_config.json").read_text())
        (out / "tokenizer_config.json").write_text(json.dumps({**settings, "sep_token": "</s>"}))
    return open_clip.tokenizer.HFTokenizer(str(out), length, **text.get("tokenizer_kwargs", {}))


def takes_long(model, picture):
    model.encode_image(picture)
    start = time.perf_counter()
    model.encode_image(picture)
    return time.perf_counter() - start > LONG_SECONDS


def timed(task, count):
    """The task's result, and its milliseconds for each of `count`; the better of two, unless one takes long."""
    times = []
    while not times or (len(times) < 2 and times[0] < 2):
        start = time.perf_counter()
        result = task()
        times.append(time.perf_counter() - start)
    return result, round(1000 * min(times) / count, 2)


def answer(name, config, pictures, out):
    config, left_out = cut(config)
    preprocess = preprocessing(name, config["vision_cfg"].get("image_size", 224))
    with unfilled():
        model = untrained(config)
    fill(model).eval()
    transform = image_transform_v2(PreprocessCfg(**{**preprocess, "mean": (0, 0, 0), "std": (1, 1, 1)}), is_train=False)
    pixels = [transform(picture) for picture in pictures]
    mean, std = (torch.tensor(preprocess.get(key) or default).view(3, 1, 1) for key, default in
                 (("mean", open_clip.OPENAI_DATASET_MEAN), ("std", open_clip.OPENAI_DATASET_STD)))
    batch = (torch.stack(pixels) - mean) / std
    size = sum(value.numel() for value in model.parameters())
    save_model(model, config, preprocess, "fp32" if size < MOST_IN_FP32 else "fp16", out)
    save_file({f"pixels {i}": x.contiguous() for i, x in enumerate(pixels)}, out / "expected.safetensors")
    tokenizer = tokenizer_for(config, out)
    with torch.inference_mode():
        batch = batch[:FEW] if takes_long(model, batch[:1]) else batch
        images, image_ms = timed(lambda: model.encode_image(batch, normalize=True), len(batch))
        texts = [model.encode_text(tokenizer([sentence]), normalize=True)[0] for sentence in SENTENCES]
        _, text_ms = timed(lambda: model.encode_text(tokenizer(SENTENCES[:1]), normalize=True), 1)
    expected = {
        "pictures": images.tolist(),
        "sentences": {sentence: vector.tolist() for sentence, vector in zip(SENTENCES, texts)},
    }
    (out / "expected.json").write_text(json.dumps(expected))
    return {"parameters": size, "leftOut": left_out, "imageMs": image_ms, "textMs": text_ms}


def main():
    out = pathlib.Path(sys.argv[1])
    (out / "pictures").mkdir(parents=True, exist_ok=True)
    drawn = [draw(mode, width, height, seed) for seed, (mode, width, height) in enumerate(PICTURES)]
    for i, picture in enumerate(drawn):
        picture.save(out / "pictures" / f"{i}.png")
    pictures = [seen(picture) for picture in drawn]
    configs = {name: open_clip.get_model_config(name) for name in open_clip.list_models()}
    versions = {"open_clip_torch": open_clip.__version__, "torch": torch.__version__, "timm": open_clip.timm_model.timm.__version__}
    print(json.dumps({"versions": versions, "configs": configs}), flush=True)
    for line in sys.stdin:
        shutil.rmtree(out / "model", ignore_errors=True)
        try:
            told = answer(line.strip(), configs[line.strip()], pictures, out / "model")
        except Exception as e:  # the others shall be answered, too
            told = {"error": repr(e)}
        print(json.dumps(told), flush=True)
        gc.collect()


if __name__ == "__main__":
    main()
