"""Trains the sample model: a small OpenCLIP that knows coloured shapes and their backgrounds.

    python samples/model/train.py     writes open_clip_config.json, open_clip_model.safetensors,
                                      tokenizer.json and tokenizer_config.json beside this script

It draws the outlines of shapes and the patterns of backgrounds once, with ../draw.py, and colours
and joins them anew at every step, never to a held-out combination. Pictures come in groups of four
that differ in a single word, mostly the shape. Added up are
- OpenCLIP's contrastive loss, in which a sentence such as "two stars" may fit several pictures;
- the same for bare names: "a star" must be nearest to the stars, "something red" to the red ones;
- seven linear heads, shared by pictures and sentences, that name shape, colour and so on;
- two linear heads that find the shapes, pixel by pixel, and name them, patch by patch.
The heads are thrown away afterwards; the last two are there to turn the picture side, a ViT, to the
shapes, which words alone teach it slowly. The run lasts MINUTES by the clock, the rate falling to
almost nothing by then, and writes the model every two minutes; so it comes out a little different
each time. measure.py then measures what was written.

Written with Python 3.11, torch 2.15, open_clip_torch 3.3.0, tokenizers 0.23.3, Pillow 13.0.
"""

import json
import math
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
from open_clip import OPENAI_DATASET_MEAN, OPENAI_DATASET_STD
from open_clip.model import CLIP
from open_clip.pos_embed import get_2d_sincos_pos_embed
from PIL import Image, ImageDraw
from safetensors.torch import save_file
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, \
    trainers
from torch import nn
from torch.nn.attention import SDPBackend, sdpa_kernel
from torch.nn import functional as F

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import draw  # noqa: E402
from draw import COLOURS, COUNTS, PATTERNS, SHAPES, SIZES, Scene  # noqa: E402

SIDE, PATCH, CONTEXT, LARGEST_VOCABULARY = 64, 8, 24, 800
MINUTES, RATE, WARM_UP = 24, 1.2e-3, 100
GROUP, GROUPS_A_STEP = 4, 16
OUTLINES, BACKGROUNDS = 800, 2_000  # how many are drawn of each kind
START, END = "<|startoftext|>", "<|endoftext|>"

# What each field of a Scene may say; the heads learn to name these.
VALUES = Scene(SHAPES, list(COLOURS), list(COLOURS), PATTERNS, [*COLOURS, "none"], COUNTS, SIZES)
ANY = -100  # a field about which a sentence says nothing; also what cross_entropy ignores

OTHER_WORDS = {"circle": ["disc", "disk", "dot"], "square": ["box"], "cross": ["plus sign"],
               "moon": ["crescent", "crescent moon"], "ring": ["hoop"]}
PATTERN_WORDS = {
    "stripes": ["stripes", "a striped background", "striped"],
    "dots": ["polka dots", "a dotted background", "dots"],
    "checkerboard": ["a checkerboard", "checkerboard", "a checkered background"],
    "fading": ["a fading background", "a gradient", "fading"],
    "plain": ["a plain background", "plain"],
}
OPENINGS = ["", "", "", "a picture of ", "a photo of ", "picture of ", "an image of "]


# ---- sentences ---------------------------------------------------------------------------------

def codes(scene, fields=Scene._fields):
    """The scene as numbers, one a field; ANY for the fields that are left open."""
    return [values.index(value) if field in fields else ANY
            for field, value, values in zip(Scene._fields, scene, VALUES)]


def sentence(scene, rng):
    """Something true about the scene, and the codes of what it says: mostly the full caption."""
    if rng.random() < .6:
        return rng.choice(OPENINGS) + reworded(draw.caption(scene), scene, rng), codes(scene)
    fields, words = rng.choice(parts(scene, rng))
    return rng.choice(OPENINGS) + words, codes(scene, fields)


def reworded(words, scene, rng):
    if rng.random() < .1 and scene.shape in OTHER_WORDS and scene.count == "one":
        return words.replace(scene.shape, rng.choice(OTHER_WORDS[scene.shape]))
    return words


def parts(scene, rng):
    """Shorter sentences: the fields that each speaks of, and its words."""
    counted = ("count",) if scene.count != "one" else ()
    sized = ("size",) if scene.size != "usual" else ()
    shape = reworded(scene.shape, scene, rng)
    plural = draw.things(scene._replace(count="two")).split(" ", 2)[2]
    choices = [
        (("shape", "colour", *counted, *sized), draw.things(scene)),
        (("shape",), rng.choice([shape, draw.article(shape), plural])),
        (("shape", "colour"), f"{scene.colour} {rng.choice([shape, plural])}"),
        (("colour",), f"something {scene.colour}"),
        (("ground", "pattern", "second"), draw.background(scene)),
        (("pattern",), rng.choice(PATTERN_WORDS[scene.pattern])),
    ]
    if scene.pattern not in ("checkerboard", "fading"):
        choices.append((("ground",), f"{scene.ground} background"))
    if counted:
        choices.append((("shape", "count"), f"{scene.count} {plural}"))
    return choices


def tokenizer_of(sentences):
    """A lower-casing byte-level BPE in CLIP's manner; the end of text has the highest id."""
    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    tokenizer = bare_tokenizer(models.BPE(end_of_word_suffix="</w>"))
    room = LARGEST_VOCABULARY - 2 * len(letters) - 2
    tokenizer.train_from_iterator(sentences, trainers.BpeTrainer(
        vocab_size=LARGEST_VOCABULARY, initial_alphabet=letters, end_of_word_suffix="</w>",
        show_progress=False))
    merges = [tuple(pair) for pair in json.loads(tokenizer.to_str())["model"]["merges"]][:room]
    words = letters + [letter + "</w>" for letter in letters]
    words += [word for word in ("".join(pair) for pair in merges) if word not in words]
    words += [START, END]
    tokenizer = bare_tokenizer(models.BPE(
        {word: i for i, word in enumerate(words)}, merges, unk_token=END, end_of_word_suffix="</w>",
        continuing_subword_prefix=""))
    tokenizer.add_special_tokens([START, END])
    start, end = (tokenizer.token_to_id(word) for word in (START, END))
    tokenizer.post_processor = processors.RobertaProcessing(
        (END, end), (START, start), trim_offsets=False, add_prefix_space=False)
    return tokenizer


def bare_tokenizer(model):
    tokenizer = Tokenizer(model)
    tokenizer.normalizer = normalizers.Sequence([
        normalizers.NFC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.Split(
            Regex(r"'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"),
            behavior="removed", invert=True),
        pre_tokenizers.ByteLevel(add_prefix_space=False)])
    tokenizer.decoder = decoders.ByteLevel()
    return tokenizer


def ids(tokenizer, sentences):
    """(sentence, CONTEXT) token ids, padded with 0."""
    rows = torch.zeros(len(sentences), CONTEXT, dtype=torch.long)
    for row, encoding in zip(rows, tokenizer.encode_batch(sentences)):
        row[:len(encoding.ids)] = torch.tensor(encoding.ids)
    return rows


# ---- pictures ----------------------------------------------------------------------------------

def reduced(mask):
    """The middle square of a mask, SIDE by SIDE; reduced as open_clip reduces pictures."""
    side = min(mask.size)
    left, top = (mask.width - side) // 2, (mask.height - side) // 2
    box = (left, top, left + side, top + side)
    return np.asarray(mask.resize((SIDE, SIDE), Image.Resampling.BICUBIC, box))


def outline(shape, count, size, rng):
    """Where the shapes of a picture are, drawn as draw.draw() draws them."""
    side = 2 * SIDE
    mask = Image.new("L", (side, side))
    radius = rng.uniform(*draw.RADII[size if count == "one" else count])
    for x, y in draw.centres(count, radius, rng):
        one = Image.new("L", mask.size)
        turn = math.radians(rng.uniform(-1, 1) * draw.TURN[shape])
        draw.paint_shape(ImageDraw.Draw(one), shape, (x * side, y * side), radius * side, turn)
        mask.paste(255, one)
    return reduced(mask)


def backdrop(pattern, rng):
    """Where the second colour of a background is, drawn as draw.paint_background() draws it."""
    width, height = (int(1.25 * SIDE * x / 100) for x in rng.choice(draw.CANVASES))
    if pattern == "fading":
        return reduced(Image.linear_gradient("L").resize((width, height)))
    mask = Image.new("L", (width, height))
    if pattern != "plain":
        draw.paint_pattern(ImageDraw.Draw(mask), pattern, rng, width, height, min(mask.size))
    return reduced(mask)


def drawn(rng):
    """By kind: stacks of outlines, and stacks of backgrounds."""
    kinds = [(shape, count, size) for shape in SHAPES for count in COUNTS for size in SIZES
             if count == "one" or size == "usual"]
    return ({kind: np.stack([outline(*kind, rng) for _ in range(OUTLINES)]) for kind in kinds},
            {pattern: np.stack([backdrop(pattern, rng) for _ in range(BACKGROUNDS)])
             for pattern in PATTERNS})


def normalized(pictures):
    mean, std = (torch.tensor(v).view(1, 3, 1, 1) for v in (OPENAI_DATASET_MEAN, OPENAI_DATASET_STD))
    return (pictures - mean) / std


def coloured(scenes, outlines, backdrops, rng):
    """Pictures of the scenes, ready for the model, and where in them the shapes are."""
    def masks(stacks):
        return torch.from_numpy(np.stack([rng.choice(stack) for stack in stacks]))[:, None] / 255

    shapes = masks(outlines[scene.shape, scene.count, scene.size] for scene in scenes)
    seconds = masks(backdrops[scene.pattern] for scene in scenes)

    def colours(names):
        return torch.tensor([draw.shade(name, rng) for name in names]).view(-1, 3, 1, 1) / 255

    ground = colours(scene.ground for scene in scenes)
    second = colours(scene.ground if scene.second == "none" else scene.second for scene in scenes)
    pictures = ground + seconds * (second - ground)
    pictures = pictures + shapes * (colours(scene.colour for scene in scenes) - pictures)
    noise = .015 * torch.rand(len(scenes), 1, 1, 1) * torch.randn(pictures.shape)
    return normalized((pictures + noise).clamp(0, 1)), shapes


def group(rng):
    """Scenes for training that differ from the first in one word each, mostly the shape."""
    first = draw.random_scene(rng, held=False)
    scenes = [first]
    fields = ["shape", "shape", "shape", "colour", "ground", "pattern", "second", "count", "size"]
    while len(scenes) < GROUP:
        other = draw.random_scene(rng, held=False)
        field = rng.choice(fields)
        scene = first._replace(**{field: getattr(other, field)})
        scene = draw.tidy(scene) if scene.pattern == "plain" else scene
        if sensible(scene) and draw.tidy(scene) not in scenes and not draw.held_out(draw.tidy(scene)):
            scenes.append(draw.tidy(scene))
    return scenes


def sensible(scene):
    return len({scene.colour, scene.ground, scene.second}) == 3 \
        and (scene.second == "none") == (scene.pattern == "plain") \
        and (scene.count == "one" or scene.size == "usual")


# ---- learning ----------------------------------------------------------------------------------

def model_config(vocabulary):
    return {
        "embed_dim": 128,
        "vision_cfg": {"image_size": SIDE, "patch_size": PATCH, "width": 128, "layers": 4,
                       "head_width": 32},
        "text_cfg": {"context_length": CONTEXT, "vocab_size": vocabulary, "width": 96, "heads": 3,
                     "layers": 2, "hf_tokenizer_name": "."},
    }


class Heads(nn.Module):
    """What helps the model learn and is thrown away."""

    def __init__(self, config):
        super().__init__()
        width = config["vision_cfg"]["width"]
        self.named = nn.ModuleList(nn.Linear(config["embed_dim"], len(values)) for values in VALUES)
        self.pixels = nn.Linear(width, PATCH * PATCH)
        self.patches = nn.Linear(width, len(SHAPES) + 1)


def looked_at(visual, pictures):
    """The picture side step by step: the vectors, and the patches after the second and the last
    block but one."""
    states = [visual._embeds(pictures)]
    for block in visual.transformer.resblocks:
        states.append(block(states[-1]))
    return visual._pool(states[-1])[0] @ visual.proj, states[2][:, 1:], states[-2][:, 1:]


def contrastive_loss(scale, image, text, facts, said):
    """Softmax both ways; every picture of which a sentence is true counts as its match."""
    open_field = said[:, None] == ANY  # (text, 1, field)
    match = ((said[:, None] == facts[None]) | open_field).all(2).float()  # (text, image)
    logits = scale * text @ image.T
    forth = F.cross_entropy(logits, match / match.sum(1, keepdim=True))
    back = F.cross_entropy(logits.T, match.T / match.T.sum(1, keepdim=True))
    return (forth + back) / 2


def bare_names(rng):
    """One sentence for each shape, then one for each colour."""
    opening = rng.choice(OPENINGS)
    plural = rng.random() < .3
    return [opening + (draw.things(Scene(shape, "red", "red", count="two"))[8:] if plural
                       else draw.article(shape)) for shape in SHAPES] \
        + [f"{opening}something {colour}" for colour in COLOURS]


def naming_loss(heads, vectors, answers, weights=(3, 1, 1, 1, 1, 1, 1)):
    losses = (F.cross_entropy(head(vectors), answers[:, i]) for i, head in enumerate(heads))
    return sum(weight * loss for weight, loss in zip(weights, losses)) / sum(weights)


def patchwise(shapes):
    """(picture, patch, pixel of the patch), in the order of the model's patches."""
    return F.unfold(shapes, PATCH, stride=PATCH).transpose(1, 2)


def train(model, tokenizer, config, outlines, backdrops, rng):
    """Yields every two minutes, and at the end."""
    heads = Heads(config)
    parameters = [*model.parameters(), *heads.parameters()]
    optimizer = torch.optim.AdamW(parameters, RATE, betas=(.9, .98), weight_decay=.05)
    started, told, step, right = time.time(), 0., 0, 0.
    while (passed := (time.time() - started) / 60) < MINUTES:
        for options in optimizer.param_groups:
            options["lr"] = RATE * min(1, (step + 1) / WARM_UP) \
                * (.01 + .99 * (1 + math.cos(math.pi * passed / MINUTES)) / 2)
        scenes = [scene for _ in range(GROUPS_A_STEP) for scene in group(rng)]
        facts = torch.tensor([codes(scene) for scene in scenes])
        sentences, said = zip(*(sentence(scene, rng) for scene in scenes))
        said = torch.tensor(said)
        pictures, shapes = coloured(scenes, outlines, backdrops, rng)
        names = bare_names(rng)
        with torch.autocast("cpu", torch.bfloat16), sdpa_kernel(SDPBackend.MATH):
            image, early, late = looked_at(model.visual, pictures)
            text = model.encode_text(ids(tokenizer, [*sentences, *names]))
            found, patch_names = heads.pixels(early), heads.patches(late)
        image, text, found, patch_names = (x.float() for x in (image, text, found, patch_names))

        scale = model.logit_scale.exp()
        image_unit, text_unit = F.normalize(image, dim=-1), F.normalize(text, dim=-1)
        contrast = contrastive_loss(scale, image_unit, text_unit[:len(scenes)], facts, said)
        near = scale * image_unit @ text_unit[len(scenes):].T
        bare = F.cross_entropy(near[:, :len(SHAPES)], facts[:, 0]) \
            + F.cross_entropy(near[:, len(SHAPES):], facts[:, 1])
        naming = naming_loss(heads.named, image, facts) \
            + .5 * naming_loss(heads.named, text[:len(scenes)], said)
        where = patchwise(shapes)
        covered = where.mean(2)
        what = torch.where(covered < .02, len(SHAPES), facts[:, :1])
        finding = F.binary_cross_entropy_with_logits(found, where)
        patching = F.cross_entropy(patch_names.transpose(1, 2), what)

        optimizer.zero_grad()
        (contrast + .5 * bare + naming + finding + patching).backward()
        nn.utils.clip_grad_norm_(parameters, 1.)
        optimizer.step()
        with torch.no_grad():
            model.logit_scale.clamp_(max=math.log(100))
        step += 1
        now = (near[:, :len(SHAPES)].argmax(1) == facts[:, 0]).float().mean().item()
        right = now if step == 1 else .95 * right + .05 * now
        if step % 50 == 0:
            print(f"step {step}, {60 * passed:.0f} s: contrastive {contrast:.3f}, "
                  f"bare names {bare:.3f}, heads {naming:.3f}, pixels {finding:.3f}, patches {patching:.3f}; "
                  f"shapes right {100 * right:.0f} %", flush=True)
        if passed - told > 2:
            told = passed
            yield
    yield


def write(model, tokenizer, config):
    preprocess = {"mean": OPENAI_DATASET_MEAN, "std": OPENAI_DATASET_STD, "size": SIDE, "mode": "RGB",
                  "interpolation": "bicubic", "resize_mode": "shortest"}
    both = {"model_cfg": config, "preprocess_cfg": preprocess}
    (HERE / "open_clip_config.json").write_text(json.dumps(both, indent=2) + "\n")
    tokenizer.save(str(HERE / "tokenizer.json"))
    (HERE / "tokenizer_config.json").write_text(json.dumps({
        "tokenizer_class": "PreTrainedTokenizerFast", "bos_token": START, "eos_token": END,
        "unk_token": END, "pad_token": END, "model_max_length": CONTEXT}, indent=1) + "\n")
    tensors = {name: (tensor.half() if tensor.dim() > 1 else tensor).contiguous()
               for name, tensor in model.state_dict().items()}
    save_file(tensors, str(HERE / "open_clip_model.safetensors"), metadata={"format": "pt"})


def main():
    torch.set_num_threads(2)
    torch.manual_seed(1)
    rng = random.Random(1)
    outlines, backdrops = drawn(rng)
    tokenizer = tokenizer_of(sentence(draw.random_scene(rng, held=False), rng)[0] for _ in range(50_000))
    config = model_config(tokenizer.get_vocab_size())
    text_config = {k: v for k, v in config["text_cfg"].items() if k != "hf_tokenizer_name"}
    model = CLIP(config["embed_dim"], config["vision_cfg"], text_config)
    with torch.no_grad():  # places begin as waves, as if pos_embed_type were sin_cos_2d, and are learned
        waves = get_2d_sincos_pos_embed(config["vision_cfg"]["width"], SIDE // PATCH, cls_token=True)
        model.visual.positional_embedding.copy_(torch.from_numpy(waves))
    print(f"{tokenizer.get_vocab_size()} tokens, {sum(p.numel() for p in model.parameters())} weights",
          flush=True)
    for _ in train(model, tokenizer, config, outlines, backdrops, rng):
        write(model, tokenizer, config)


if __name__ == "__main__":
    main()
