#!/usr/bin/env python3
"""Fits the constants of dev.imagedb.store.Belonging on captioned photographs, and measures it on held-out queries.

Needs open_clip_torch 3.3.0, timm and scipy:

    python3 -m venv venv && venv/bin/pip install open_clip_torch==3.3.0 timm scipy
    venv/bin/python src/test/reference/fit_relevance.py PHOTOS MODEL...

PHOTOS is a folder of pictures with captions.csv (image,caption; five captions a picture), each MODEL a folder in
OpenCLIP's layout. Two kinds of queries are asked: each caption, to which its own picture belongs, and each prompt of
concepts.csv, to which those pictures belong of which two captions or more hold a word of each of its groups (none,
where it has no words). They are asked of the photographs alone, of libraries made larger by crops of them (without
crops of what belongs), and of one where the crops of what belongs belong as well. The constants are fitted on the
captions of every other picture and on every other concept; the tables tell of the rest.
"""
import argparse
import contextlib
import csv
import json
import pathlib
import random
import re
import tempfile

import numpy as np
import open_clip
import timm
import torch
from PIL import Image, ImageOps
from scipy.optimize import minimize
from scipy.special import expit, log_ndtr

CONCEPTS = pathlib.Path(__file__).parents[1] / "resources/dev/imagedb/store/concepts.csv"
LEAST_DEVIATION = 0.001
WIDEST, GROWTH = 1.4, 1.1
STEP, STEPS, CHANCE, DOUBT = 0.25, 32, 2, 2
LEAST_OF_ONE, LEAST_OF_KIND = 0.05, 0.1
LIBRARIES = 500, 2000, 6000
SHARED = 5000
WEIGHTS = {"captions": 1, "concepts": 1, "nothing": 1, "shared": 0.2}
START = 2.25, 0.2, -0.8, 1, -3, 0.33, -7.5, 16


def rows(file):
    with open(file, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@contextlib.contextmanager
def opened(folder):
    """A model's folder as open_clip can load it, which knows of no `timm_model_kwargs`: they are given to timm."""
    config = json.loads((folder / "open_clip_config.json").read_text())
    extra = config["model_cfg"]["vision_cfg"].pop("timm_model_kwargs", {})
    create = timm.create_model
    with tempfile.TemporaryDirectory() as copy:
        for file in folder.iterdir():
            if file.is_file() and file.name != "open_clip_config.json":
                (pathlib.Path(copy) / file.name).symlink_to(file.resolve())
        (pathlib.Path(copy) / "open_clip_config.json").write_text(json.dumps(config))
        timm.create_model = lambda *args, **named: create(*args, **named, **extra)
        yield f"local-dir:{copy}"
        timm.create_model = create


def batches(things):
    return [things[start : start + 64] for start in range(0, len(things), 64)]


def crops(file, count):
    """Squares of a picture, of a third to nearly all of its shorter side, every other one mirrored."""
    draw = random.Random(file.name)
    picture = ImageOps.exif_transpose(Image.open(file)).convert("RGB")
    for number in range(count):
        side = int(min(picture.size) * draw.uniform(0.33, 0.95))
        x, y = draw.randint(0, picture.width - side), draw.randint(0, picture.height - side)
        crop = picture.crop((x, y, x + side, y + side))
        yield ImageOps.mirror(crop) if number % 2 else crop


def vectors(folder, files, prompts, count):
    """Of the photographs, of so many crops of each in turn, of the prompts; the factor of their cosines."""
    with opened(folder) as name, torch.inference_mode():
        model, _, preprocess = open_clip.create_model_and_transforms(name)
        tokenize = open_clip.get_tokenizer(name)
        model.eval()
        embed = lambda pictures: model.encode_image(torch.stack([preprocess(p) for p in pictures]), normalize=True)
        whole = [embed([ImageOps.exif_transpose(Image.open(f)).convert("RGB") for f in part]) for part in batches(files)]
        parts = [embed(crops(file, count)) for file in files]
        words = [model.encode_text(tokenize(part), normalize=True) for part in batches(prompts)]
        joined = (torch.cat(part).double().numpy() for part in (whole, parts, words))
        return (*joined, model.logit_scale.exp().item())


class Queries:
    """One kind of queries: which pictures belong to each, and which queries serve to fit."""

    def __init__(self, prompts, belongs, fits):
        self.prompts, self.belongs, self.fits = prompts, belongs, fits


def queries(folder):
    captions = rows(folder / "captions.csv")
    names = sorted({row["image"] for row in captions})
    own = np.array([names.index(row["image"]) for row in captions])
    words = [set(re.findall("[a-z]+", row["caption"].lower())) for row in captions]
    concepts = rows(CONCEPTS)
    belongs = np.zeros((len(concepts), len(names)), bool)
    for query, concept in enumerate(concepts):
        groups = [set(group.split("|")) for group in concept["words"].split(" & ")]
        said = [all(group & caption for group in groups) for caption in words]
        belongs[query] = np.bincount(own, said, len(names)) >= 2
    of_captions = Queries([row["caption"] for row in captions], own[:, None] == np.arange(len(names)), own % 2 == 0)
    of_concepts = Queries([row["prompt"] for row in concepts], belongs, np.arange(len(concepts)) % 2 == 0)
    return [folder / name for name in names], of_captions, of_concepts


class Asked:
    """A query with its answer, best picture first, and what is made of its cosines."""

    def __init__(self, kind, cosines, belongs, temperature):
        order = np.argsort(-cosines, kind="stable")
        self.kind, self.cosines, self.belongs, self.n = kind, cosines[order], belongs[order], len(order)
        above = self.cosines - np.median(cosines)
        deviation = max(LEAST_DEVIATION, np.sqrt(2 * (np.minimum(above, 0) ** 2).mean()))
        near = max(deviation, np.quantile(above, 0.8413, method="lower"))
        far = np.quantile(above, 0.95, method="lower") / 1.645
        self.z = above / deviation
        self.rarity = above / np.where(above > 0, np.clip(far, deviation, min(WIDEST * deviation, GROWTH * near)), deviation)
        self.spread = np.log(temperature * deviation)
        self.excess = excess(self.rarity)
        self.rank = np.arange(1, self.n + 1)
        self.f1 = 2 * self.belongs.cumsum() / (self.rank + self.belongs.sum())


def excess(rarity):
    high = rarity[rarity > 0]
    step = np.minimum(STEPS - 1, (high / STEP).astype(int))
    seen = np.bincount(step, minlength=STEPS)
    tail = np.exp(log_ndtr(-STEP * np.arange(STEPS + 1)))
    share = (seen - CHANCE * len(rarity) * (tail[:-1] - tail[1:])) / (seen + DOUBT)
    share = np.maximum.accumulate(np.maximum(0, share))
    return np.concatenate([share[step], np.zeros(len(rarity) - len(high))])


def ask(model, captions, concepts, fits, size, shared=False):
    """The queries that serve to fit, or the others, asked of a library of this size."""
    photographs, parts, words, temperature = model
    draw = np.random.default_rng(size)
    chosen = draw.permutation(len(parts))[: size - len(photographs)]
    owner = chosen // (len(parts) // len(photographs))
    asked = []
    for kind, queries, first in ("captions", captions, 0), ("concepts", concepts, len(captions.prompts)):
        which = np.flatnonzero(queries.fits == fits)
        if kind == "captions" and size > len(photographs):
            which = draw.permutation(which)[:250]
        for query in () if shared and kind == "captions" else which:
            belongs = queries.belongs[query]
            use = np.full(len(chosen), True) if shared else ~belongs[owner]
            library = np.concatenate([photographs, parts[chosen[use]]])
            name = "nothing" if not belongs.any() else "shared" if shared else kind
            truth = np.concatenate([belongs, belongs[owner[use]]])
            asked.append(Asked(name, library @ words[first + query], truth, temperature))
    return asked


def chances(asked, constants):
    """Whether one picture is meant; each picture's probability if so, and if a kind is."""
    sharp, kind, per_log, slope, apart, square, meant, per_spread = constants
    one = np.exp(sharp * (asked.rarity - asked.rarity[0]))
    odds = kind + per_log * np.log(asked.n) + np.logaddexp(slope * asked.z, apart + square * np.maximum(0, asked.rarity) ** 2)
    return expit(meant + per_spread * asked.spread), one / one.sum(), expit(odds)


def fit(asked):
    """The constants under which the answers are likeliest; the bulk of the pictures tells nothing, and is left out."""

    def unlikelihood(constants):
        if not 0 <= constants[5] < 0.5:
            return np.inf
        sum = 0
        for query in asked:
            meant, one, kind = chances(query, constants)
            p = np.clip((meant * one + (1 - meant) * kind)[:400], 1e-9, 1 - 1e-9)
            sum -= WEIGHTS[query.kind] * np.log(np.where(query.belongs[:400], p, 1 - p)).sum()
        return sum / len(asked)

    return minimize(unlikelihood, START, method="Nelder-Mead", options={"maxfev": 400}).x


def judged(asked, constants):
    """The pictures' probabilities, and how many are kept."""
    meant, one, kind = chances(asked, constants)
    kind = np.maximum(kind, asked.excess)
    p = meant * one + (1 - meant) * kind
    f1 = meant * 2 * one.cumsum() / (asked.rank + 1) + (1 - meant) * 2 * kind.cumsum() / (asked.rank + kind.sum())
    likely = (p >= meant * LEAST_OF_ONE + (1 - meant) * LEAST_OF_KIND).sum()
    return p, max(1, min(f1.argmax() + 1, likely))


def kept_above(asked, cut):
    count = np.searchsorted(-asked.cosines, -cut, side="right")
    return asked.f1[count - 1] if count else 0


def report(name, asked, constants):
    """Against the best fixed length and the best fixed threshold, both chosen with all answers known."""
    groups = [[query for query in asked if query.kind == kind] for kind in WEIGHTS]
    found = [group for group in groups if group and group[0].kind != "nothing"]
    for kinds in [[group] for group in groups if group] + ([found] if len(found) > 1 else []):
        mean = lambda value: np.mean([np.mean([value(query) for query in group]) for group in kinds])
        kept = mean(lambda query: judged(query, constants)[1])
        label = " and ".join(group[0].kind for group in kinds)
        if label == "nothing":
            print("%-24s %-22s kept %.1f" % (name, label, kept))
            continue
        ours = mean(lambda query: query.f1[judged(query, constants)[1] - 1])
        length = max(mean(lambda query: query.f1[k]) for k in range(400))
        threshold = max(mean(lambda query: kept_above(query, cut)) for cut in np.linspace(0, 0.8, 401))
        print("%-24s %-22s F1 %.4f | best k %.4f | best threshold %.4f | kept %.1f" % (name, label, ours, length, threshold, kept))


def calibration(name, asked, constants):
    p = np.concatenate([judged(query, constants)[0] for query in asked])
    truth = np.concatenate([query.belongs for query in asked])
    bins = [(p >= low) & (p < high) for low, high in ((0.05, 0.1), (0.1, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 1.01))]
    print("%-24s said / true: %s" % (name, ", ".join("%.2f / %.2f of %d" % (p[b].mean(), truth[b].mean(), b.sum()) for b in bins if b.any())))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=pathlib.Path)
    parser.add_argument("models", type=pathlib.Path, nargs="+")
    parser.add_argument("--crops", type=int, default=12, help="of each photograph, to make libraries of")
    parser.add_argument("--constants", type=float, nargs=8, help="measured as they are, not fitted")
    args = parser.parse_args()
    files, captions, concepts = queries(args.photos)
    models = [vectors(folder, files, captions.prompts + concepts.prompts, args.crops) for folder in args.models]
    constants = args.constants
    if not constants:
        asked = [query for m in models for size in LIBRARIES for query in ask(m, captions, concepts, True, size)]
        draw = np.random.default_rng(1)
        some = [query for query in asked if query.kind != "captions" or query.n > 500 or draw.random() < 0.2]
        constants = fit(some + [query for m in models for query in ask(m, captions, concepts, True, SHARED, shared=True)])
    print("constants", *np.round(constants, 3))
    for folder, model in zip(args.models, models):
        for size in LIBRARIES:
            asked = ask(model, captions, concepts, False, size)
            report("%s %d" % (folder.name, size), asked, constants)
            if size == LIBRARIES[0]:
                for kind in "captions", "concepts":
                    calibration(folder.name + " " + kind, [query for query in asked if query.kind == kind], constants)
        report("%s %d" % (folder.name, SHARED), ask(model, captions, concepts, False, SHARED, shared=True), constants)


if __name__ == "__main__":
    main()
