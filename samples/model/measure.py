"""Measures the saved sample model as open_clip runs it, in float32.

    python samples/model/measure.py   prints the figures of README.md and writes expected.json

Text to picture: for each caption, is its own picture the nearest (recall@1), or among the five
nearest (recall@5)? Asked of samples/pictures, and of 1,000 further pictures drawn with another
seed; all are of combinations held out from training. The further pictures are then named: which
of "a circle", "a square" ... is nearest, which of "something red", "something blue" ..., and
which of "a plain background", "stripes" ...
expected.json holds unit vectors of some sample pictures and sentences, for other programs to
compare theirs with.

Written with Python 3.11, torch 2.15, open_clip_torch 3.3.0, transformers 5.23, Pillow 13.0.
"""

import csv
import io
import json
import random
import sys
from pathlib import Path

import open_clip
import torch
from PIL import Image, ImageOps

HERE = Path(__file__).resolve().parent
PICTURES = HERE.parent / "pictures"
sys.path.insert(0, str(HERE.parent))
import draw  # noqa: E402

FURTHER = 1_000
SENTENCES = [
    "a red circle on a white background", "two blue stars on a yellow background",
    "a green triangle on a white background with black stripes", "a small pink heart",
    "something purple", "polka dots", "Three yellow moons on a black and white checkerboard",
    "an orange arrow on a background fading from blue to white", "a photo of a ring", "dog",
]
PATTERN_NAMES = {"plain": "a plain background", "stripes": "stripes", "dots": "polka dots",
                 "checkerboard": "a checkerboard", "fading": "a fading background"}


def load():
    """The model, its preparation of pictures and its tokenizer, all as open_clip makes them."""
    place = f"local-dir:{HERE}"
    model, prepare = open_clip.create_model_from_pretrained(place, precision="fp32")
    model.eval()
    return model, prepare, open_clip.get_tokenizer(place)


@torch.inference_mode()
def picture_vectors(model, prepare, pictures):
    parts = torch.stack([prepare(picture) for picture in pictures]).split(100)
    return torch.cat([model.encode_image(part, normalize=True) for part in parts])


@torch.inference_mode()
def text_vectors(model, tokenizer, sentences):
    parts = tokenizer(sentences).split(100)
    return torch.cat([model.encode_text(part, normalize=True) for part in parts])


def ranks(queries, answers):
    """How many answers are nearer to each query than its own."""
    likeness = queries @ answers.T
    return (likeness > likeness.diagonal()[:, None]).sum(1)


def report(name, texts, pictures):
    for way, found in (("text to picture", ranks(texts, pictures)),
                       ("picture to text", ranks(pictures, texts))):
        at1, at5 = ((found < k).float().mean() for k in (1, 5))
        print(f"{name}, {way}: recall@1 {at1:.3f}, recall@5 {at5:.3f} of {len(texts)}")
    return ranks(texts, pictures)


def report_names(model, tokenizer, scenes, pictures):
    for field, words, sentence in (("shape", draw.SHAPES, draw.article),
                                   ("colour", list(draw.COLOURS), "something {}".format),
                                   ("pattern", draw.PATTERNS, PATTERN_NAMES.get)):
        near = pictures @ text_vectors(model, tokenizer, [sentence(word) for word in words]).T
        right = [words[i] == getattr(scene, field) for i, scene in zip(near.argmax(1), scenes)]
        print(f"further, {field} named: {sum(right) / len(right):.3f}, by chance {1 / len(words):.3f}")


def upright(path):
    with Image.open(path) as picture:
        return ImageOps.exif_transpose(picture).convert("RGB")


def further_pictures():
    """Held-out pictures with captions of their own, none of them among the samples."""
    rng = random.Random("further pictures")
    taken = {row["caption"] for row in sample_rows()}
    scenes = []
    while len(scenes) < FURTHER:
        scene = draw.random_scene(rng, held=True)
        if draw.caption(scene) not in taken:
            taken.add(draw.caption(scene))
            scenes.append(scene)
    for scene in scenes:
        width, height = rng.choice(draw.CANVASES)
        jpeg = io.BytesIO()
        draw.grain(draw.draw(scene, rng, width, height), rng).save(jpeg, "jpeg", quality=84)
        yield scene, Image.open(jpeg)


def sample_rows():
    with open(PICTURES / "captions.csv", newline="") as file:
        return list(csv.DictReader(file))


def plain_rgb(name):
    with Image.open(PICTURES / name) as picture:
        return picture.format == "PNG" and picture.mode == "RGB"


def rounded(vectors):
    return [[round(x, 7) for x in vector.tolist()] for vector in vectors]


def main():
    torch.set_num_threads(2)
    model, prepare, tokenizer = load()
    rows = sample_rows()
    names, captions = [row["image"] for row in rows], [row["caption"] for row in rows]
    pictures = picture_vectors(model, prepare, [upright(PICTURES / name) for name in names])
    texts = text_vectors(model, tokenizer, captions)
    for row, rank in zip(rows, report("samples", texts, pictures)):
        if rank:
            print(f"  {rank} nearer than {row['image']}")
    scenes, further = zip(*further_pictures())
    further = picture_vectors(model, prepare, further)
    report("further", text_vectors(model, tokenizer, [draw.caption(s) for s in scenes]), further)
    report_names(model, tokenizer, scenes, further)

    chosen = [i for i, name in enumerate(names) if plain_rgb(name)][::3][:8]
    lines = {"images": dict(zip([names[i] for i in chosen], rounded(pictures[chosen]))),
             "texts": dict(zip(SENTENCES, rounded(text_vectors(model, tokenizer, SENTENCES))))}
    (HERE / "expected.json").write_text(json.dumps(lines, indent=None).replace("], ", "],\n") + "\n")


if __name__ == "__main__":
    main()
