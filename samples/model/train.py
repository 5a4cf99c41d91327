"""Trains the sample model: a small OpenCLIP that knows coloured shapes and their backgrounds.

    python samples/model/train.py     writes open_clip_config.json, open_clip_model.safetensors,
                                      tokenizer.json and tokenizer_config.json beside this script

It draws 28,000 pictures with ../draw.py, none of a held-out combination, and learns from them
in groups of four that differ in a single word, the easier groups first. Two losses are added up:
OpenCLIP's contrastive loss, in which a sentence such as "two stars" may fit several pictures, and
seven linear heads, shared by pictures and sentences and thrown away afterwards, that name shape,
colour and so on. The rate stays the same and the running average of the weights is written every
100 steps, so the run may be made longer or stopped at will. About 10 minutes on two quiet CPU
cores; measure.py then measures what was written.

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
from safetensors.torch import save_file
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, \
    trainers
from torch import nn
from torch.nn import functional as F
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import draw  # noqa: E402
from draw import COLOURS, COUNTS, PATTERNS, SHAPES, SIZES, Scene  # noqa: E402

SIDE, CONTEXT, LARGEST_VOCABULARY = 64, 24, 800
GROUPS, GROUP, GROUPS_A_STEP, STEPS = 7_000, 4, 16, 2_400
RATE, WARM_UP, EASY, MEMORY = 2e-3, 100, 400, .99
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
    if rng.random() < .65:
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

def group(rng):
    """Scenes for training that differ from the first in one word each."""
    first = draw.random_scene(rng, held=False)
    scenes = [first]
    fields = ["shape", "colour", "ground", "pattern", "second", "count", "size"]
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


def hardness(scenes):
    """Plain backgrounds and big single shapes come first; see EASY."""
    return sum((scene.pattern != "plain") + (scene.count != "one") + (scene.size == "small")
               for scene in scenes)


def pixels(picture):
    return torch.from_numpy(np.asarray(picture).copy()).permute(2, 0, 1)


def normalized(batch, generator):
    """(picture, 3, SIDE, SIDE) bytes to the model's input, half of them mirrored, with grain."""
    batch = batch.float() / 255
    mirror = torch.rand(len(batch), 1, 1, 1, generator=generator) < .5
    batch = torch.where(mirror, batch.flip(3), batch)
    strength = .02 * torch.rand(len(batch), 1, 1, 1, generator=generator)
    batch = batch + strength * torch.randn(batch.shape, generator=generator)
    mean, std = (torch.tensor(v).view(1, 3, 1, 1) for v in (OPENAI_DATASET_MEAN, OPENAI_DATASET_STD))
    return ((batch - mean) / std).contiguous(memory_format=torch.channels_last)


# ---- learning ----------------------------------------------------------------------------------

def model_config(vocabulary):
    return {
        "embed_dim": 128,
        "vision_cfg": {"image_size": SIDE, "layers": [1, 2, 2, 1], "width": 12,
                       "head_width": 32},
        "text_cfg": {"context_length": CONTEXT, "vocab_size": vocabulary, "width": 128, "heads": 4,
                     "layers": 2, "hf_tokenizer_name": "."},
    }


def contrastive_loss(model, image, text, facts, said):
    """Softmax both ways; every picture of which a sentence is true counts as its match."""
    open_field = said[:, None] == ANY  # (text, 1, field)
    match = ((said[:, None] == facts[None]) | open_field).all(2).float()  # (text, image)
    scale = model.logit_scale.exp()
    logits = scale * F.normalize(text, dim=-1) @ F.normalize(image, dim=-1).T
    forth = F.cross_entropy(logits, match / match.sum(1, keepdim=True))
    back = F.cross_entropy(logits.T, match.T / match.T.sum(1, keepdim=True))
    return (forth + back) / 2


def naming_loss(heads, vectors, answers):
    return sum(F.cross_entropy(head(vectors), answers[:, i]) for i, head in enumerate(heads)) / len(heads)


def train(model, tokenizer, scenes, pictures, rng, generator):
    """Yields, every 100 steps, the running average of the weights: the model to keep."""
    facts = torch.tensor([codes(scene) for scene in scenes])
    heads = nn.ModuleList(nn.Linear(128, len(values)) for values in VALUES)
    optimizer = torch.optim.AdamW([*model.parameters(), *heads.parameters()], RATE,
                                  betas=(.9, .98), weight_decay=.05)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, .01, total_iters=WARM_UP)
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(MEMORY),
                            use_buffers=True)
    started = time.time()
    for step in range(STEPS):
        known = int(GROUPS * min(1, .1 + .9 * step / EASY))
        groups = torch.randint(known, (GROUPS_A_STEP, 1), generator=generator)
        chosen = (groups * GROUP + torch.arange(GROUP)).flatten()
        sentences, said = zip(*(sentence(scenes[i], rng) for i in chosen))
        said = torch.tensor(said)
        image = model.encode_image(normalized(pictures[chosen], generator))
        text = model.encode_text(ids(tokenizer, sentences))
        contrast = contrastive_loss(model, image, text, facts[chosen], said)
        naming = naming_loss(heads, image, facts[chosen]) + .5 * naming_loss(heads, text, said)
        optimizer.zero_grad()
        (contrast + naming).backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.)
        optimizer.step()
        schedule.step()
        with torch.no_grad():
            model.logit_scale.clamp_(max=math.log(100))
        average.update_parameters(model)
        if step % 100 == 99:
            right = [f"{field} {100 * (head(image).argmax(1) == answer).float().mean():.0f}"
                     for field, head, answer in zip(Scene._fields, heads, facts[chosen].T)]
            print(f"step {step + 1}: contrastive {contrast:.3f}, naming {naming:.3f}, "
                  f"{time.time() - started:.0f} s; % named: {', '.join(right)}", flush=True)
            yield average.module


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
    rng, generator = random.Random(1), torch.Generator().manual_seed(1)
    groups = sorted((group(rng) for _ in range(GROUPS)), key=hardness)
    scenes = [scene for group_of_scenes in groups for scene in group_of_scenes]
    pictures = torch.stack([pixels(draw.draw(scene, rng, SIDE, SIDE)) for scene in scenes])
    tokenizer = tokenizer_of(sentence(rng.choice(scenes), rng)[0] for _ in range(50_000))
    config = model_config(tokenizer.get_vocab_size())
    text_config = {k: v for k, v in config["text_cfg"].items() if k != "hf_tokenizer_name"}
    model = CLIP(config["embed_dim"], config["vision_cfg"], text_config)
    model.visual.to(memory_format=torch.channels_last)  # a third faster on a CPU
    print(f"{len(scenes)} pictures, {tokenizer.get_vocab_size()} tokens, "
          f"{sum(p.numel() for p in model.parameters())} weights", flush=True)
    for average in train(model, tokenizer, scenes, pictures, rng, generator):
        write(average, tokenizer, config)


if __name__ == "__main__":
    main()
