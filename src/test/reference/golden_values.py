#!/usr/bin/env python3
"""Writes the first numbers of the reference's vectors for the built-in model, which `imagedb models verify` compares.

    venv/bin/python src/test/reference/golden_values.py > src/main/resources/dev/imagedb/embed/models/golden-values.json

Needs open_clip_torch 3.3.0 and torch. The picture is the one that GoldenValues.java draws.
"""
import json
import pathlib

import numpy
import open_clip
import torch
from PIL import Image

FOLDER = pathlib.Path(__file__).parents[3] / "src/main/resources/dev/imagedb/embed/models/builtin"
WIDTH, HEIGHT = 203, 151
TEXT = "a dog runs through the snow"
NUMBERS = 16

model, _, preprocess = open_clip.create_model_and_transforms(f"local-dir:{FOLDER}")
model.eval()
y, x = numpy.mgrid[:HEIGHT, :WIDTH]
picture = Image.fromarray(numpy.stack([x, y * 3 // 2, x * y // 128], -1).astype(numpy.uint8))
tokens = open_clip.get_tokenizer(f"local-dir:{FOLDER}")([TEXT])
with torch.no_grad():
    image = model.encode_image(preprocess(picture).unsqueeze(0), normalize=True)[0]
    words = model.encode_text(tokens, normalize=True)[0]


def numbers(vector):
    return [round(float(number), 6) for number in vector[:NUMBERS]]


print(json.dumps({"text": TEXT, "image": numbers(image), "words": numbers(words)}, indent=2))
