"""The ImageDB recipe, but for where vectors are kept: pictures in a folder to OpenCLIP vectors and a few facts of each.

As it stands: one picture after another, batches of 16, 32-bit floats. `--careful` is what somebody would write who
reads the manuals: JPEGs decoded at a reduced size by worker processes while the network computes, bfloat16 where the
processor has it, larger batches, no gradients, and nothing of the model that isn't needed.
"""
import argparse
import json
import os
import pathlib
import time

import numpy
import open_clip
import torch
from PIL import Image

SUFFIXES = {".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif", ".tif", ".tiff"}
EXIF_DIRECTORY = 0x8769
USER_COMMENT = 0x9286
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()


def files_below(folder):
    return sorted(path for path in pathlib.Path(folder).rglob("*") if path.suffix.lower() in SUFFIXES)


def facts(path, picture, size):
    """What is stored of a picture beside its vector."""
    status = path.stat()
    comment = picture.getexif().get_ifd(EXIF_DIRECTORY).get(USER_COMMENT, b"")
    if isinstance(comment, bytes):
        comment = comment[8:].decode(errors="replace")  # the first 8 name its encoding
    width, height = size
    return {
        "path": str(path),
        "size": status.st_size,
        "mtime": status.st_mtime,
        "width": width,
        "height": height,
        "comment": comment.strip("\0 "),
    }


class Embedder:
    """The recipe as it stands."""

    batch = 16

    def __init__(self, model_folder):
        model, _, self.preprocess = open_clip.create_model_and_transforms(f"local-dir:{model_folder}")
        self.model = model.eval()
        self.tokenizer = open_clip.get_tokenizer(f"local-dir:{model_folder}")

    def read(self, path):
        """A picture's facts, and what the network sees of it: (3, 224, 224)."""
        with Image.open(path) as picture:
            return facts(path, picture, picture.size), self.preprocess(picture)

    def read_all(self, paths):
        """Batches of facts and of pictures (batch, 3, 224, 224)."""
        for start in range(0, len(paths), self.batch):
            rows, pictures = zip(*map(self.read, paths[start : start + self.batch]))
            yield rows, torch.stack(pictures)

    def embed_pictures(self, pictures):
        """Unit vectors: (batch, dimension)."""
        with torch.no_grad():
            features = self.model.encode_image(pictures)
            return (features / features.norm(dim=-1, keepdim=True)).numpy()

    def embed_prompt(self, prompt):
        """A unit vector: (dimension)."""
        with torch.no_grad():
            features = self.model.encode_text(self.tokenizer([prompt]))
            return (features / features.norm(dim=-1, keepdim=True)).numpy()[0]


class CarefulEmbedder(Embedder):
    """The recipe as a careful user would write it. Of the variants that were tried, the fastest."""

    batch = 32

    def __init__(self, model_folder):
        super().__init__(model_folder)
        # The workers that decode want cores, too: on two cores, a thread is faster than two.
        torch.set_num_threads(max(1, CORES // 2))
        self.dtype = torch.bfloat16 if has_bfloat16() else torch.float32
        self.side = self.model.visual.image_size[0]

    def read(self, path):
        with Image.open(path) as picture:
            size = picture.size
            # Only JPEGs heed it; twice the side that is wanted leaves the resampling enough to work with.
            picture.draft("RGB", (2 * self.side, 2 * self.side))
            return facts(path, picture, size), self.preprocess(picture)

    def read_all(self, paths):
        return torch.utils.data.DataLoader(
            Pictures(paths, self.read),
            batch_size=self.batch,
            num_workers=CORES,
            collate_fn=rows_and_pictures,
        )

    def embed_pictures(self, pictures):
        visual = self.model.visual.to(self.dtype)
        with torch.inference_mode():
            return torch.nn.functional.normalize(visual(pictures.to(self.dtype)).float(), dim=-1).numpy()


class Pictures(torch.utils.data.Dataset):
    def __init__(self, paths, read):
        self.paths = paths
        self.read = read

    def __len__(self):
        return len(self.paths)

    def __getitem__(self, index):
        return self.read(self.paths[index])


def rows_and_pictures(items):
    rows, pictures = zip(*items)
    return rows, torch.stack(pictures)


def has_bfloat16():
    """Whether the processor multiplies bfloat16 itself: elsewhere it is slower than 32 bits."""
    return torch.cpu.get_capabilities().get("avx512_bf16", False)


def index(embedder, store, arguments):
    start = time.monotonic()
    paths = files_below(arguments.folder)
    for rows, pictures in embedder.read_all(paths):
        store.add(rows, embedder.embed_pictures(pictures))
    store.save()
    seconds = time.monotonic() - start
    print(json.dumps({"pictures": len(paths), "seconds": seconds}))


def search(embedder, store, arguments):
    if arguments.prompt:
        print_hits(store.search(embedder.embed_prompt(arguments.prompt), arguments.k))
        return
    paths = [pathlib.Path(line) for line in arguments.pictures.read_text().splitlines()]
    for _, pictures in embedder.read_all(paths):
        for vector in embedder.embed_pictures(pictures):
            print_hits(store.search(vector, arguments.k))


def print_hits(hits):
    print(json.dumps(hits))


def load(store, arguments):
    """Fills a store with vectors that were made elsewhere: 32-bit floats, a row a path."""
    paths = arguments.paths.read_text().splitlines()
    vectors = numpy.fromfile(arguments.vectors, dtype=numpy.float32).reshape(len(paths), -1)
    nothing_known = {"size": 0, "mtime": 0.0, "width": 0, "height": 0, "comment": ""}
    store.add([{"path": path, **nothing_known} for path in paths], vectors)
    store.save()


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("--db", type=pathlib.Path, required=True)
    parser.add_argument("--model", type=pathlib.Path)
    parser.add_argument("--careful", action="store_true")
    commands = parser.add_subparsers(dest="command", required=True)
    indexing = commands.add_parser("index")
    indexing.add_argument("folder", type=pathlib.Path)
    searching = commands.add_parser("search")
    searching.add_argument("-k", type=int, default=20)
    question = searching.add_mutually_exclusive_group(required=True)
    question.add_argument("--prompt")
    question.add_argument("--pictures", type=pathlib.Path, help="a file with a path a line")
    loading = commands.add_parser("load")
    loading.add_argument("paths", type=pathlib.Path)
    loading.add_argument("vectors", type=pathlib.Path)
    return parser.parse_args()


def main(open_store):
    """Runs a recipe whose store has add(rows, vectors), save() and search(vector, k)."""
    arguments = parse()
    store = open_store(arguments.db)
    if arguments.command == "load":
        load(store, arguments)
        return
    embedder = (CarefulEmbedder if arguments.careful else Embedder)(arguments.model)
    {"index": index, "search": search}[arguments.command](embedder, store, arguments)
