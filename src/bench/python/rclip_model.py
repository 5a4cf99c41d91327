#!/usr/bin/env python3
"""Gives rclip the model that all others are measured with, as the ONNX files that it would fetch.

    rclip_model.py MODEL_FOLDER RCLIP_DATADIR

rclip's preprocessing is made for pictures of 256 pixels. So its network sees 64 patches of each, not 49, through the
same weights.
"""
import pathlib
import shutil
import sys

import open_clip
import torch

FOLDER = "ViT-B-32-256-datacomp_s34b_b86k"
SIDE = 256


class Encoder(torch.nn.Module):
    """One of a model's two encoders, as a network of its own."""

    def __init__(self, model, encode):
        super().__init__()
        self.model = model
        self.encode = encode

    def forward(self, input):
        return self.encode(self.model, input)


def export(encoder, example, file):
    torch.onnx.export(
        encoder,
        (example,),
        file,
        input_names=["input"],
        output_names=["output"],
        dynamic_shapes=({0: torch.export.Dim("batch")},),
        external_data=False,
        dynamo=True,
    )


def main():
    model_folder, data = map(pathlib.Path, sys.argv[1:])
    out = data / FOLDER
    out.mkdir(parents=True, exist_ok=True)
    model = open_clip.create_model(f"local-dir:{model_folder}", force_image_size=SIDE)
    export(Encoder(model, type(model).encode_image).eval(), torch.randn(2, 3, SIDE, SIDE), out / "visual.onnx")
    export(Encoder(model, type(model).encode_text).eval(), torch.zeros(2, 77, dtype=torch.int64), out / "textual.onnx")
    vocabulary = pathlib.Path(open_clip.__file__).parent / "bpe_simple_vocab_16e6.txt.gz"
    (data / "tokenizer").mkdir(exist_ok=True)
    shutil.copy(vocabulary, data / "tokenizer")


if __name__ == "__main__":
    main()
