#!/usr/bin/env python3
"""Makes tokenizers like SigLIP's and SigLIP2's for the tiny models of the same names, and the reference's ids.

    venv/bin/python src/test/reference/tiny_tokenizers.py src/test/resources/dev/imagedb/embed/openclip

Needs transformers beside what reference.py needs. The steps of the published ones (normalizer, splitting, model, what
is put behind a text, what it is padded with), with vocabularies of a few hundred pieces trained on the sentences below.
"""
import json
import pathlib
import sys

from open_clip.tokenizer import HFTokenizer
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

LENGTH = 24
PIECES = 560
SENTENCES = [
    "",
    "   ",
    "a photo of a tabby cat",
    "A Child in a PINK dress, climbing up a set of stairs!",
    "don't we'll they're I'd 2024",
    "snake_case {braces} [brackets] <tags> back\\slash `ticks` ~50% #1 $2 a/b",
    "caf\u00e9 \u00fcber stra\u00dfe &amp; na\u00efve  \u201cquotes\u201d &lt;b&gt;",
    "cafe\u0301 \ufb01ne \uff21\uff22\uff23 \u2167 \u00bd x\u00b2",
    "\u65e5\u672c\u8a9e \u306e \u5199\u771f\u3000\u3002",
    "\u0639\u0631\u0628\u0649 \u05e2\u05d1\u05e8\u05d9\u05ea \u0939\u093f\u0928\u094d\u0926\u0940",
    "emoji \U0001f600 \U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\u0130stanbul \u039f\u0394\u039f\u03a3 \u1e9e",
    "tab\tline\nfeed\u00a0no-break\u2003em\u200bzero",
    "</s> <pad> <unk> <eos> <bos> in words",
    "https://example.org/a_b?c=d&e=f#g",
    "1234567890 3.14 ...!?;:",
    "\u2581 the mark itself",
    " ".join(["a very long sentence about many things"] * 20),
]


def siglip():
    """T5's: pieces by their probability, the mark of a space before every word, padded with the end of text."""
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(prepend_scheme="always")
    trainer = trainers.UnigramTrainer(vocab_size=PIECES, special_tokens=["<pad>", "</s>", "<unk>"], unk_token="<unk>")
    tokenizer.train_from_iterator([s.lower() for s in SENTENCES], trainer)
    tokenizer.post_processor = processors.TemplateProcessing(single="$A </s>", special_tokens=[("</s>", 1)])
    return tokenizer, {"eos_token": "</s>", "unk_token": "<unk>", "pad_token": "</s>"}


def siglip2():
    """Gemma's: merged pairs, bytes where there is no piece, no mark before the first word, padded with a pad."""
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=True, byte_fallback=True))
    tokenizer.normalizer = normalizers.Replace(" ", "\u2581")
    tokenizer.pre_tokenizer = pre_tokenizers.Split(" ", "merged_with_previous")
    special = ["<pad>", "<eos>", "<bos>", "<unk>"]
    trainer = trainers.BpeTrainer(
        vocab_size=PIECES - 100,
        special_tokens=[*special, *(f"<0x{byte:02X}>" for byte in range(256))],
        initial_alphabet=[],
        limit_alphabet=60,
    )
    tokenizer.train_from_iterator([s.lower() for s in SENTENCES], trainer)
    written = json.loads(tokenizer.to_str())
    written["added_tokens"] = [token for token in written["added_tokens"] if token["content"] in special]
    tokenizer = Tokenizer.from_str(json.dumps(written))
    tokenizer.post_processor = processors.TemplateProcessing(single="$A <eos>", special_tokens=[("<eos>", 1)])
    return tokenizer, {
        "eos_token": {"__type": "AddedToken", "content": "<eos>", "special": True},
        "unk_token": "<unk>",
        "bos_token": "<bos>",
        "pad_token": {"__type": "AddedToken", "content": "<pad>", "special": True},
    }


def make(out, tokenizer, roles):
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    config = {"tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": 64, "padding_side": "right", **roles}
    (out / "tokenizer_config.json").write_text(json.dumps(config, indent=2) + "\n")
    reference = HFTokenizer(str(out), context_length=LENGTH, clean="canonicalize")
    lines = (f"  {json.dumps(s)}: {json.dumps(reference([s])[0].tolist())}" for s in SENTENCES)
    (out / "tokens.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    for name, maker in {"siglip": siglip, "siglip2": siglip2}.items():
        make(pathlib.Path(sys.argv[1]) / name, *maker())
