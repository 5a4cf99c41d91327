#!/usr/bin/env python3
"""Measures OpenCLIP's image tower alone, on random pictures, whenever it is told to.

    network.py MODEL_FOLDER BATCH

Reads `fp32 SECONDS` or `best SECONDS` a line, computes for that long, and answers with pictures a second. Which variant
is the best is found out before the first answer, and told on standard error.
"""
import pathlib
import sys
import time

import open_clip
import torch

import recipe

TRIAL_SECONDS = 1.0


def image_tower(folder):
    return open_clip.create_model(f"local-dir:{folder}").visual.eval()


def rate(tower, pictures, seconds):
    """Pictures a second over at least that time."""
    start = time.perf_counter()
    batches = 0
    while (passed := time.perf_counter() - start) < seconds:
        tower(pictures)
        batches += 1
    return batches * len(pictures) / passed


def variants(tower, pictures):
    """Towers and pictures that give the same vectors, faster or not."""
    yield "fp32, channels last", tower.to(memory_format=torch.channels_last), pictures.to(
        memory_format=torch.channels_last
    )
    yield "fp32, compiled", torch.compile(tower), pictures
    if recipe.has_bfloat16():
        halved = image_tower(sys.argv[1]).to(torch.bfloat16)
        yield "bf16", halved, pictures.bfloat16()
        yield "bf16, channels last", halved.to(memory_format=torch.channels_last), pictures.bfloat16().to(
            memory_format=torch.channels_last
        )
        yield "bf16, compiled", torch.compile(halved), pictures.bfloat16()


def best(tower, pictures):
    """The fastest variant that runs here."""
    measured = []
    for name, variant, input in variants(tower, pictures):
        try:
            rate(variant, input, TRIAL_SECONDS)  # the first calls compile
            measured.append((rate(variant, input, TRIAL_SECONDS), name, variant, input))
        except Exception as failure:  # a compiler that is not there, an operation that is not supported
            print(f"{name} does not run here: {failure}", file=sys.stderr)
    for pictures_a_second, name, *_ in measured:
        print(f"{name}: {pictures_a_second:.1f} pictures/s", file=sys.stderr)
    return max(measured, key=lambda entry: entry[0])[2:]


def main():
    torch.set_num_threads(recipe.CORES)
    folder, batch = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    pictures = torch.randn(batch, 3, 224, 224, generator=torch.Generator().manual_seed(batch))
    with torch.inference_mode():
        tower = image_tower(folder)
        contenders = {"fp32": (tower, pictures)}
        for line in sys.stdin:
            name, seconds = line.split()
            if name not in contenders:
                contenders[name] = best(image_tower(folder), pictures)
            print(rate(*contenders[name], float(seconds)), flush=True)


if __name__ == "__main__":
    main()
