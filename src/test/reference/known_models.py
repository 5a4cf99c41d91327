#!/usr/bin/env python3
"""Writes the names that OpenCLIP gives to published checkpoints, and where each lies on the Hugging Face hub.

    venv/bin/python src/test/reference/known_models.py > src/main/resources/dev/imagedb/embed/hub/known-models.tsv

Needs open_clip_torch 3.3.0. A line an entry: architecture, tag, repository. Left out is what has no repository, what
lies in one under a file name of its own, and what the reference gives a config other than the repository's.
"""
from open_clip.pretrained import _PRETRAINED

# 384-pixel weights in a tower of 378 pixels: the repository's config says 384.
OTHER_CONFIG = {("ViT-SO400M-14-SigLIP-378", "webli")}

print("architecture\ttag\trepository")
for architecture, tags in _PRETRAINED.items():
    for tag, entry in tags.items():
        repository, _, file = entry.get("hf_hub", "").rpartition("/")
        if repository and not file and (architecture, tag) not in OTHER_CONFIG:
            print(architecture, tag, repository, sep="\t")
