#!/usr/bin/env python3
"""Prints as JSON which versions of the peers are installed, and where OpenCLIP's vocabulary lies."""
import importlib.metadata
import json
import pathlib
import platform

PEERS = ("open_clip_torch", "torch", "torchvision", "pillow", "lancedb", "faiss-cpu")
VOCABULARY = "open_clip/bpe_simple_vocab_16e6.txt.gz"

distribution = importlib.metadata.distribution("open_clip_torch")
print(
    json.dumps(
        {
            "vocabulary": str(pathlib.Path(distribution.locate_file(VOCABULARY)).resolve()),
            "versions": {
                "Python": platform.python_version(),
                **{name: importlib.metadata.version(name) for name in PEERS},
            },
        }
    )
)
