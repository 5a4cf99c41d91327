#!/usr/bin/env python3
"""Fits the constants of dev.imagedb.store.Relevance on captioned photographs, and measures it on held-out queries.

Needs open_clip_torch 3.3.0 and timm:

    python3 -m venv venv && venv/bin/pip install open_clip_torch==3.3.0 timm
    venv/bin/python src/test/python/fit_relevance.py PHOTOS MODEL...

PHOTOS is a folder of pictures with captions.csv (image,caption; five captions a picture), each MODEL a folder in
OpenCLIP's layout. Two kinds of queries are asked: each caption, to which its own picture belongs, and each prompt of
concepts.csv, to which those pictures belong of which two captions or more hold a word of each of its groups (none,
where it has no words). The constants are fitted on the captions of every other picture and on every other concept;
the tables tell of the rest.
"""
import argparse
import contextlib
import csv
import json
import pathlib
import re
import tempfile

import numpy as np
import open_clip
import timm
import torch
from PIL import Image, ImageOps

CONCEPTS = pathlib.Path(__file__).parents[1] / "resources/dev/imagedb/store/concepts.csv"
LEAST_DEVIATION = 0.001
LEAST_PROBABILITY = 0.05


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


def cosines(folder, files, prompts):
    """(prompt, picture) cosines, and the factor that the model multiplies them by."""
    with opened(folder) as name, torch.no_grad():
        model, _, preprocess = open_clip.create_model_and_transforms(name)
        tokenize = open_clip.get_tokenizer(name)
        model.eval()
        picture = lambda file: preprocess(ImageOps.exif_transpose(Image.open(file)).convert("RGB"))
        pixels = (torch.stack([picture(file) for file in part]) for part in batches(files))
        images = torch.cat([model.encode_image(part, normalize=True) for part in pixels])
        words = torch.cat([model.encode_text(tokenize(part), normalize=True) for part in batches(prompts)])
        return (words @ images.T).double().numpy(), model.logit_scale.exp().item()


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


class Scatter:
    """How each query's cosines lie about their median: (query, picture) and (query, 1)."""

    def __init__(self, cosines):
        above = cosines - np.median(cosines, axis=1, keepdims=True)
        below = np.sqrt(2 * (np.minimum(above, 0) ** 2).mean(axis=1, keepdims=True))
        self.deviation = np.maximum(below, LEAST_DEVIATION)
        self.z = above / self.deviation


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def logistic(features, truth, weight):
    """The likeliest coefficients, by Newton's method."""
    b = np.zeros(features.shape[1])
    for _ in range(50):
        p = sigmoid(features @ b)
        slope = features.T @ (weight * (truth - p)) - 0.02 * b
        bend = (features * (weight * p * (1 - p))[:, None]).T @ features + 0.02 * np.eye(len(b))
        b += np.linalg.solve(bend, slope)
    return b


def log_softmax(x):
    x = x - x.max(axis=1, keepdims=True)
    return x - np.log(np.exp(x).sum(axis=1, keepdims=True))


def kind_features(scatter):
    return np.stack([np.ones_like(scatter.z), scatter.z], axis=-1)


def one_features(scatter, temperature):
    return np.concatenate([np.ones_like(scatter.deviation), np.log(temperature * scatter.deviation)], axis=1)


def fit(models, captions, concepts):
    """The sharpness of one picture's softmax; a kind's logistic; which of both is meant."""
    caption = [(Scatter(cosines[0][captions.fits]), temperature) for cosines, temperature in models]
    concept = [(Scatter(cosines[1][concepts.fits]), temperature) for cosines, temperature in models]
    own = captions.belongs[captions.fits]
    grid = np.arange(0.5, 4, 0.01)
    sharpness = grid[np.argmax([sum(log_softmax(a * s.z)[own].sum() for s, _ in caption) for a in grid])]
    features = np.concatenate([kind_features(s).reshape(-1, 2) for s, _ in concept])
    truth = np.tile(concepts.belongs[concepts.fits].ravel(), len(models))
    kind = logistic(features, truth, np.ones(len(truth)))
    has = concepts.belongs[concepts.fits].any(axis=1)
    ones = [one_features(s, t) for s, t in caption]
    kinds = [one_features(s, t)[has] for s, t in concept]
    meant = np.concatenate([np.full(len(x), 100 / len(x)) for x in ones + kinds])
    truth = np.concatenate([np.ones(len(x)) for x in ones] + [np.zeros(len(x)) for x in kinds])
    return sharpness, kind, logistic(np.concatenate(ones + kinds), truth, meant)


def judged(constants, cosines, temperature):
    """Each query's pictures' probabilities, and how many of them are kept."""
    sharpness, kind, meant = constants
    scatter = Scatter(cosines)
    one = sigmoid(one_features(scatter, temperature) @ meant)[:, None]
    alone = np.exp(log_softmax(sharpness * scatter.z))
    among = sigmoid(kind_features(scatter) @ kind)
    order = np.argsort(-cosines, axis=1, kind="stable")
    summed = lambda p: np.take_along_axis(p, order, axis=1).cumsum(axis=1)
    k = np.arange(1, cosines.shape[1] + 1)
    f1 = one * 2 * summed(alone) / (k + 1) + (1 - one) * 2 * summed(among) / (k + among.sum(axis=1, keepdims=True))
    p = one * alone + (1 - one) * among
    likely = (p >= LEAST_PROBABILITY).sum(axis=1)
    return p, np.maximum(1, np.minimum(f1.argmax(axis=1) + 1, likely))


def f1_curves(cosines, belongs):
    """(query, k - 1): the F1 of the k best."""
    hits = np.take_along_axis(belongs, np.argsort(-cosines, axis=1, kind="stable"), axis=1).cumsum(axis=1)
    return 2 * hits / (np.arange(1, cosines.shape[1] + 1) + belongs.sum(axis=1, keepdims=True))


def best_k(curves, weight):
    return curves[:, np.argmax(weight @ curves)]


def best_threshold(cosines, curves, weight):
    """The F1 of each query with the cosine below which nothing is kept, chosen with all answers known."""
    padded = np.concatenate([np.zeros((len(curves), 1)), curves], axis=1)
    ranked = np.sort(cosines, axis=1)
    kept = lambda cut: np.array([len(row) - np.searchsorted(row, cut) for row in ranked])
    scored = [padded[np.arange(len(curves)), kept(cut)] for cut in np.linspace(0, 0.8, 801)]
    return max(scored, key=lambda f1: weight @ f1)


def interval(ours, other, groups):
    """By how much the first is better, between the 2.5th and the 97.5th percentile of 2,000 draws of the queries."""
    random = np.random.default_rng(1)
    draws = []
    for _ in range(2000):
        parts = [random.choice(group, len(group)) for group in groups]
        draws.append(np.mean([(ours[part] - other[part]).mean() for part in parts]))
    return "%+.4f [%+.4f, %+.4f]" % (np.mean([(ours - other)[g].mean() for g in groups]), *np.quantile(draws, [0.025, 0.975]))


def report(name, constants, cosines, temperature, captions, concepts):
    has = concepts.belongs.any(axis=1)
    held = [(c[part], q.belongs[part]) for c, q, part in zip(cosines, (captions, concepts), (~captions.fits, ~concepts.fits & has))]
    asked = {"captions": held[:1], "concepts": held[1:], "both": held}
    for label, sets in asked.items():
        scores, truth = (np.concatenate([s[i] for s in sets]) for i in (0, 1))
        ends = np.cumsum([0] + [len(s[0]) for s in sets])
        groups = [np.arange(a, b) for a, b in zip(ends, ends[1:])]
        weight = np.concatenate([np.full(len(g), 1 / len(g) / len(groups)) for g in groups])
        curves = f1_curves(scores, truth)
        p, kept = judged(constants, scores, temperature)
        ours = curves[np.arange(len(curves)), kept - 1]
        by_k, by_cut = best_k(curves, weight), best_threshold(scores, curves, weight)
        print("%-12s %-9s F1 %.4f | best k %.4f, %s | best threshold %.4f, %s | kept %.1f, median %d" % (
            name, label, weight @ ours, weight @ by_k, interval(ours, by_k, groups), weight @ by_cut,
            interval(ours, by_cut, groups), weight @ kept, np.median(kept)))
        if label != "both":
            bins = [(p >= low) & (p < high) for low, high in ((0.05, 0.1), (0.1, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 1.01))]
            print(" " * 23 + "said / true: " + ", ".join("%.2f / %.2f of %d" % (p[b].mean(), truth[b].mean(), b.sum()) for b in bins if b.any()))
    nothing = ~concepts.fits & ~has
    p, kept = judged(constants, cosines[1][nothing], temperature)
    print("%-12s nothing   kept %.1f, median %d, likeliest %.2f" % (name, kept.mean(), np.median(kept), p.max(axis=1).mean()))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=pathlib.Path)
    parser.add_argument("models", type=pathlib.Path, nargs="+")
    args = parser.parse_args()
    files, captions, concepts = queries(args.photos)
    models = []
    for folder in args.models:
        both, temperature = cosines(folder, files, captions.prompts + concepts.prompts)
        models.append(((both[: len(captions.prompts)], both[len(captions.prompts) :]), temperature))
    constants = fit(models, captions, concepts)
    print("sharpness %.2f, kind %s, one %s" % (constants[0], constants[1].round(2), constants[2].round(2)))
    for folder, (both, temperature) in zip(args.models, models):
        report(folder.name, constants, both, temperature, captions, concepts)
    for left_out, (folder, (both, temperature)) in enumerate(zip(args.models, models)):
        others = [model for i, model in enumerate(models) if i != left_out]
        if others:
            print("fitted without", folder.name)
            report(folder.name, fit(others, captions, concepts), both, temperature, captions, concepts)


if __name__ == "__main__":
    main()
