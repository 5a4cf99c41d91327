"""Draws the sample pictures: coloured shapes on plain, patterned and fading backgrounds.

    python samples/draw.py            writes samples/pictures/ anew, captions.csv included

A Scene is what a picture shows, in words; caption() says it, draw() paints it. Everything random
comes from a seeded generator, so a run repeats itself. model/train.py learns from the same
scenes, but never from a held-out one: see held_out().

Written with Python 3.11, Pillow 13.0, NumPy 2.4 and exiftool 12.57 (for the camera metadata).
"""

import csv
import math
import random
import shutil
import subprocess
import zlib
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw

SHAPES = ["circle", "square", "triangle", "star", "heart", "cross", "ring", "moon", "arrow"]
COLOURS = {
    "red": (222, 32, 36), "orange": (250, 140, 20), "yellow": (250, 222, 40),
    "green": (40, 160, 60), "blue": (35, 80, 212), "purple": (125, 42, 165),
    "pink": (252, 150, 195), "brown": (118, 72, 36), "black": (18, 18, 20),
    "white": (250, 250, 248),
}
PATTERNS = ["plain", "stripes", "dots", "checkerboard", "fading"]
COUNTS = ["one", "two", "three"]
SIZES = ["usual", "small", "large"]

# How far a shape may be turned, in degrees, before it stops being what its name says.
TURN = {"circle": 0, "square": 15, "triangle": 20, "star": 180, "heart": 20, "cross": 12,
        "ring": 0, "moon": 35, "arrow": 180}
# Where the centres lie in the unit square: one of these layouts for each count.
LAYOUTS = {
    "two": [[(.26, .5), (.74, .5)], [(.5, .26), (.5, .74)], [(.3, .3), (.7, .7)],
            [(.7, .3), (.3, .7)]],
    "three": [[(.2, .5), (.5, .5), (.8, .5)], [(.5, .26), (.27, .72), (.73, .72)],
              [(.27, .28), (.73, .28), (.5, .74)], [(.2, .2), (.5, .5), (.8, .8)]],
}
RADII = {"small": (.13, .17), "usual": (.23, .29), "large": (.36, .42),
         "two": (.16, .2), "three": (.13, .16)}


class Scene(NamedTuple):
    """What a picture shows. `second` is the pattern's colour, "none" on a plain background."""
    shape: str
    colour: str
    ground: str
    pattern: str = "plain"
    second: str = "none"
    count: str = "one"
    size: str = "usual"


def held_out(scene):
    """One in eight combinations of shape, colour and background colour is kept from training."""
    return zlib.crc32(f"{scene.shape} {scene.colour} {scene.ground}".encode()) % 8 == 0


def random_scene(rng, held):
    """A scene on the wanted side of held_out()."""
    while True:
        colour, ground, second = rng.sample(list(COLOURS), 3)
        pattern = rng.choices(PATTERNS, [8, 3, 3, 3, 3])[0]
        count = rng.choices(COUNTS, [6, 2, 2])[0]
        size = rng.choices(SIZES, [2, 1, 1])[0] if count == "one" else "usual"
        scene = tidy(Scene(rng.choice(SHAPES), colour, ground, pattern, second, count, size))
        if held_out(scene) == held:
            return scene


def tidy(scene):
    """The one way to write scenes that look alike: a checkerboard has no first colour."""
    if scene.pattern == "plain":
        return scene._replace(second="none")
    if scene.pattern == "checkerboard" and scene.second < scene.ground:
        return scene._replace(ground=scene.second, second=scene.ground)
    return scene


def article(words):
    return ("an " if words[0] in "aeiou" else "a ") + words


def things(scene):
    """The caption's first half: "a small red circle", "two red circles"."""
    if scene.count != "one":
        plural = "crosses" if scene.shape == "cross" else scene.shape + "s"
        return f"{scene.count} {scene.colour} {plural}"
    size = "" if scene.size == "usual" else scene.size + " "
    return article(f"{size}{scene.colour} {scene.shape}")


def background(scene):
    """The caption's second half: "a white background with black stripes"."""
    if scene.pattern == "plain":
        return article(f"{scene.ground} background")
    if scene.pattern == "checkerboard":
        return article(f"{scene.ground} and {scene.second} checkerboard")
    if scene.pattern == "fading":
        return f"a background fading from {scene.ground} to {scene.second}"
    return article(f"{scene.ground} background with {scene.second} {scene.pattern}")


def caption(scene):
    return f"{things(scene)} on {background(scene)}"


def draw(scene, rng, width, height):
    """Paints the scene at twice the size and reduces it, for smooth edges; an RGB picture.

    All shapes lie in the middle square, so that a centre crop loses none of them.
    """
    w, h = 2 * width, 2 * height
    side = min(w, h)
    picture = paint_background(scene, rng, w, h, side)
    colour = shade(scene.colour, rng)
    lowest, highest = RADII[scene.count if scene.count != "one" else scene.size]
    radius = rng.uniform(lowest, highest)
    for x, y in centres(scene.count, radius, rng):
        centre = ((w - side) / 2 + x * side, (h - side) / 2 + y * side)
        turn = math.radians(rng.uniform(-1, 1) * TURN[scene.shape])
        mask = Image.new("L", (w, h))
        paint_shape(ImageDraw.Draw(mask), scene.shape, centre, radius * side, turn)
        picture.paste(colour, (0, 0, w, h), mask)
    return picture.resize((width, height), Image.Resampling.BICUBIC)


def shade(name, rng):
    return tuple(min(255, max(0, c + rng.randint(-12, 12))) for c in COLOURS[name])


def centres(count, radius, rng):
    if count == "one":
        slack = max(0, .47 - radius)
        return [(.5 + rng.uniform(-slack, slack), .5 + rng.uniform(-slack, slack))]
    return [(x + rng.uniform(-.03, .03), y + rng.uniform(-.03, .03))
            for x, y in rng.choice(LAYOUTS[count])]


def paint_background(scene, rng, w, h, side):
    ground = shade(scene.ground, rng)
    picture = Image.new("RGB", (w, h), ground)
    if scene.pattern == "plain":
        return picture
    second = shade(scene.second, rng)
    if scene.pattern == "fading":
        mask = Image.linear_gradient("L").resize((w, h))
    else:
        mask = Image.new("L", (w, h))
        paint_pattern(ImageDraw.Draw(mask), scene.pattern, rng, w, h, side)
    picture.paste(second, (0, 0, w, h), mask)
    return picture


def paint_pattern(pen, pattern, rng, w, h, side):
    step = side * rng.uniform(.15, .24)
    shift = rng.uniform(0, step)
    columns, rows = range(-2, int(w / step) + 2), range(-2, int(h / step) + 2)
    if pattern == "stripes":
        band, lean = step * rng.uniform(.3, .4), rng.choice([0, 0, 1])
        if lean == 0 and rng.random() < .5:
            for row in rows:
                y = row * step + shift
                pen.rectangle((0, y, w, y + band), 255)
        else:
            for column in range(-2 - int(lean * h / step), int(w / step) + 2):
                x = column * step + shift
                low = x + lean * h
                pen.polygon([(x, 0), (x + band, 0), (low + band, h), (low, h)], 255)
        return
    dot = step * rng.uniform(.24, .3)
    for row in rows:
        for column in columns:
            x, y = column * step + shift, row * step + shift
            if pattern == "dots":
                x += step / 2 * (row % 2)
                pen.ellipse((x - dot, y - dot, x + dot, y + dot), 255)
            elif (row + column) % 2:
                pen.rectangle((x, y, x + step - 1, y + step - 1), 255)


def paint_shape(pen, shape, centre, r, turn):
    """Paints one shape into a mask; r is its outer radius in pixels, turn is in radians."""
    x, y = centre

    def disc(cx, cy, radius, value):
        pen.ellipse((cx - radius, cy - radius, cx + radius, cy + radius), value)

    if shape in ("circle", "ring", "moon"):
        disc(x, y, r, 255)
        if shape == "ring":
            disc(x, y, .55 * r, 0)
        if shape == "moon":
            disc(x + .5 * r * math.cos(turn), y + .5 * r * math.sin(turn), .78 * r, 0)
        return
    sin, cos = math.sin(turn), math.cos(turn)
    pen.polygon([(x + r * (px * cos - py * sin), y + r * (px * sin + py * cos))
                 for px, py in outline(shape)], 255)


def outline(shape):
    """Corners about the origin, y downwards, within about a unit circle."""
    if shape == "square":
        return [(-.8, -.8), (.8, -.8), (.8, .8), (-.8, .8)]
    if shape == "triangle":
        return [(0, -1), (.92, .68), (-.92, .68)]
    if shape == "star":
        return [(r * math.sin(i * math.pi / 5), -r * math.cos(i * math.pi / 5))
                for i, r in enumerate([1.1, .45] * 5)]
    if shape == "heart":
        turns = [i * math.pi / 30 for i in range(60)]
        return [(math.sin(t) ** 3,
                 -(13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t)
                   - math.cos(4 * t)) / 15) for t in turns]
    if shape == "cross":
        a, b = .32, .98
        return [(-a, -b), (a, -b), (a, -a), (b, -a), (b, a), (a, a), (a, b), (-a, b), (-a, a),
                (-b, a), (-b, -a), (-a, -a)]
    return [(-1, -.26), (.1, -.26), (.1, -.8), (1.05, 0), (.1, .8), (.1, .26), (-1, .26)]  # arrow


# ---- the sample pictures -----------------------------------------------------------------------

HOW_MANY = 60
# The ending of picture number i is ENDINGS[i]; the others are JPEG and PNG in turn.
ENDINGS = {7: ".gif", 17: ".webp", 27: ".tif", 37: ".bmp"}
CANVASES = [(160, 160), (200, 150), (150, 200), (176, 176), (192, 144)]

# Written into the first JPEG pictures, in the order of captions.csv. An Orientation other than
# 1 is written together with pixels turned the other way, so that obeying it shows them upright.
CAMERAS = [
    {"Make": "Canon", "Model": "Canon EOS 80D", "LensModel": "EF-S18-135mm f/3.5-5.6 IS USM",
     "taken": "2019:07:14 21:03:11+02:00", "ISO": 400, "FNumber": 5.6, "ExposureTime": "1/250",
     "FocalLength": 85, "place": (48.858370, 2.294481, 35), "keywords": ["Paris", "tower"],
     "Rating": 5, "title": "Summer evening"},
    {"Make": "Canon", "Model": "Canon EOS 80D", "LensModel": "EF50mm f/1.8 STM",
     "taken": "2019:12:24 16:40:00+01:00", "ISO": 1600, "FNumber": 1.8, "ExposureTime": "1/60",
     "FocalLength": 50, "Rating": 4, "keywords": ["winter", "family"]},
    {"Make": "Hollowell", "Model": "Hollowell H2", "LensModel": "Hollowell 35mm F2",
     "taken": "2021:03:05 09:15:42+00:00", "ISO": 100, "FNumber": 8, "ExposureTime": "1/500",
     "FocalLength": 35, "place": (51.500729, -0.124625, 12), "keywords": ["London", "clock"],
     "title": "By the river"},
    {"Make": "Hollowell", "Model": "Hollowell H2", "LensModel": "Hollowell 90mm F2.8 Macro",
     "taken": "2021:05:30 13:00:01+01:00", "ISO": 200, "FNumber": 2.8, "ExposureTime": "1/1000",
     "FocalLength": 90, "Orientation": 6, "keywords": ["macro"]},
    {"Make": "Brightwater", "Model": "Brightwater Pocket 7", "LensModel": "Pocket 4.3mm f/1.7",
     "taken": "2023:08:19 18:22:05-04:00", "ISO": 64, "FNumber": 1.7, "ExposureTime": "1/2000",
     "FocalLength": 4.3, "place": (40.689247, -74.044502, 47), "keywords": ["New York", "holiday"],
     "Rating": 5, "title": "Harbour"},
    {"Make": "Brightwater", "Model": "Brightwater Pocket 7", "LensModel": "Pocket 4.3mm f/1.7",
     "taken": "2023:08:20 07:05:30-04:00", "ISO": 80, "FNumber": 1.7, "ExposureTime": "1/400",
     "FocalLength": 4.3, "Orientation": 8, "keywords": ["New York"]},
    {"Make": "Brightwater", "Model": "Brightwater Pocket 7", "LensModel": "Pocket 4.3mm f/1.7",
     "taken": "2024:01:01 00:00:07+11:00", "ISO": 3200, "FNumber": 1.7, "ExposureTime": "1/15",
     "FocalLength": 4.3, "place": (-33.856784, 151.215297, 5), "keywords": ["Sydney", "new year"],
     "comment": "Fireworks came later"},
    {"Make": "Canon", "Model": "Canon EOS 80D", "LensModel": "EF-S10-18mm f/4.5-5.6 IS STM",
     "taken": "2020:02:29 11:11:11+09:00", "ISO": 250, "FNumber": 9, "ExposureTime": "1/160",
     "FocalLength": 12, "place": (35.360626, 138.727363, 3776), "keywords": ["Fuji", "mountain"],
     "Rating": 3},
    {"Make": "Hollowell", "Model": "Hollowell H1", "taken": "2016:10:02 15:45:00+02:00", "ISO": 800,
     "FNumber": 4, "ExposureTime": "1/30", "FocalLength": 28, "Rating": 2,
     "place": (41.890210, 12.492231, 22), "keywords": ["Rome"], "title": "Old stones"},
    {"Make": "Hollowell", "Model": "Hollowell H1", "taken": "2016:10:03 08:30:00+02:00", "ISO": 200,
     "FNumber": 11, "ExposureTime": "2", "FocalLength": 28, "keywords": ["Rome", "tripod"]},
    {"Make": "Canon", "Model": "Canon EOS 80D", "taken": "2022:06:11 12:00:00-03:00", "ISO": 100,
     "FNumber": 6.3, "ExposureTime": "1/640", "FocalLength": 135, "Rating": 1,
     "place": (-22.951916, -43.210487, 710), "keywords": ["Rio"]},
    {"Make": "Brightwater", "Model": "Brightwater Pocket 5", "taken": "2018:04:01 19:59:59+01:00",
     "ISO": 500, "FNumber": 2.2, "ExposureTime": "1/100", "FocalLength": 3.8},
]
# Turning by Pillow that undoes what the orientation asks of the viewer.
STORED = {6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}


def sample_scenes(rng):
    """Held-out scenes in which every shape comes about as often as every other."""
    scenes = []
    while len(scenes) < HOW_MANY:
        scene = random_scene(rng, held=True)
        if scene.shape == SHAPES[len(scenes) % len(SHAPES)] and scene not in scenes:
            scenes.append(scene)
    return scenes


def file_name(scene, ending):
    folder = "patterns/" if scene.pattern != "plain" else "groups/" if scene.count != "one" else \
        "shapes/" if scene.size == "usual" else ""
    words = caption(scene).replace(" background", "").removeprefix("a ").removeprefix("an ")
    words = words.replace(" on a fading", " fading").replace(" on a ", " on ").replace(" on an ", " on ")
    return folder + words.replace(" ", "-") + ending


def grain(picture, rng):
    """A little noise, as a camera would add."""
    pixels = np.asarray(picture, np.float32)
    noise = np.random.default_rng(rng.getrandbits(32)).normal(0, 1.5, pixels.shape)
    return Image.fromarray(np.clip(pixels + noise, 0, 255).astype(np.uint8))


def save(picture, path, rng):
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".jpg":
        grain(picture, rng).save(path, quality=84)
    elif path.suffix == ".bmp":
        picture.resize((90, 90)).quantize(64).save(path)
    elif path.suffix == ".tif":
        picture.save(path, compression="tiff_deflate")
    else:
        picture.save(path, **{".png": {"optimize": True}, ".webp": {"quality": 85}}.get(path.suffix, {}))


def write_metadata(path, words, camera):
    """Hands a camera's facts to exiftool: Exif, IPTC and XMP."""
    taken, zone = camera["taken"][:19], camera["taken"][19:]
    tags = {name: camera[name] for name in ("Make", "Model", "LensModel", "ISO", "FNumber",
                                            "ExposureTime", "FocalLength") if name in camera}
    tags |= {"DateTimeOriginal": taken, "OffsetTimeOriginal": zone, "CreateDate": taken,
             "IPTC:Caption-Abstract": words, "XMP-dc:Description": words,
             "Orientation#": camera.get("Orientation", 1)}
    if "title" in camera:
        tags |= {"IPTC:ObjectName": camera["title"], "XMP-dc:Title": camera["title"]}
    if "Rating" in camera:
        tags["XMP-xmp:Rating"] = camera["Rating"]
    if "comment" in camera:
        tags["UserComment"] = camera["comment"]
    if "place" in camera:
        north, east, height = camera["place"]
        tags |= {"GPSLatitude": abs(north), "GPSLatitudeRef": "N" if north >= 0 else "S",
                 "GPSLongitude": abs(east), "GPSLongitudeRef": "E" if east >= 0 else "W",
                 "GPSAltitude": height, "GPSAltitudeRef#": 0}
    arguments = [f"-{name}={value}" for name, value in tags.items()]
    for keyword in camera.get("keywords", []):
        arguments += [f"-IPTC:Keywords={keyword}", f"-XMP-dc:Subject={keyword}"]
    subprocess.run(["exiftool", "-q", "-overwrite_original", *arguments, str(path)], check=True)


def main():
    folder = Path(__file__).resolve().parent / "pictures"
    shutil.rmtree(folder, ignore_errors=True)
    rng = random.Random("sample pictures")
    cameras = iter(CAMERAS)
    rows = []
    for i, scene in enumerate(sample_scenes(rng)):
        name = file_name(scene, ENDINGS.get(i, ".png" if i % 2 else ".jpg"))
        square = ENDINGS.get(i) == ".bmp"
        picture = draw(scene, rng, *(CANVASES[0] if square else rng.choice(CANVASES)))
        camera = next(cameras, None) if name.endswith(".jpg") else None
        turn = STORED.get((camera or {}).get("Orientation"))
        save(picture if turn is None else picture.transpose(turn), folder / name, rng)
        if camera:
            write_metadata(folder / name, caption(scene), camera)
        rows.append((name, caption(scene)))
    with open(folder / "captions.csv", "w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("image", "caption"), *sorted(rows)])


if __name__ == "__main__":
    main()
