#!/usr/bin/env python3
"""Makes tokenizers like those that models bring along, with the reference's ids: SigLIP's and SigLIP2's for the tiny
models of the same names, and those of Hugging Face's text towers.

    venv/bin/python src/test/reference/tiny_tokenizers.py src/test/resources/dev/imagedb/embed/openclip [NAME...]

Needs transformers beside what reference.py needs. The steps of the published ones (normalizer, splitting, model, what
is put behind a text, what it is padded with), with vocabularies of a few hundred pieces trained on the sentences below.
"""
import json
import pathlib
import sys

import transformers
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


def lower():
    return [s.lower() for s in SENTENCES]


def roberta():
    """RoBERTa's: merged pairs of bytes."""
    trained = Tokenizer(models.BPE())
    trained.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    trainer = trainers.BpeTrainer(vocab_size=PIECES - 150, special_tokens=special, initial_alphabet=alphabet)
    trained.train_from_iterator(lower(), trainer)
    return transformers.RobertaTokenizer(**pieces(trained))


def xlm_roberta():
    """XLM-RoBERTa's: pieces by their probability."""
    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    return transformers.XLMRobertaTokenizer(**pieces(unigram(special)))


def mt5():
    """T5's: the same, without a start of text, and padding of another id."""
    return transformers.T5Tokenizer(**pieces(unigram(["<pad>", "</s>", "<unk>"])), extra_ids=2)


def nllb():
    """NLLB's: merged pairs, and languages as tokens. French, so that the default is not enough."""
    trained = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=True))
    trained.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    special = ["<s>", "<pad>", "</s>", "<unk>"]
    trainer = trainers.BpeTrainer(vocab_size=PIECES - 200, special_tokens=special, limit_alphabet=60)
    trained.train_from_iterator(lower(), trainer)
    languages = ["eng_Latn", "fra_Latn"]
    return transformers.NllbTokenizer(**pieces(trained), src_lang="fra_Latn", extra_special_tokens=languages)


def unigram(special):
    trained = Tokenizer(models.Unigram())
    trained.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    trained.train_from_iterator(
        lower(), trainers.UnigramTrainer(vocab_size=PIECES, special_tokens=special, unk_token="<unk>")
    )
    return trained


def pieces(trained):
    """A vocabulary as transformers' tokenizers take it."""
    model = json.loads(trained.to_str())["model"]
    if model["type"] == "BPE":
        return {"vocab": model["vocab"], "merges": [tuple(merge) for merge in model["merges"]]}
    return {"vocab": [tuple(piece) for piece in model["vocab"]]}


def make_as_published(out, tokenizer):
    tokenizer.save_pretrained(out)
    file = out / "tokenizer.json"
    written = json.loads(file.read_text())
    if isinstance(tokenizer, transformers.NllbTokenizer):
        # As published: of the time when the language stood behind the text.
        written["post_processor"]["single"].append(written["post_processor"]["single"].pop(0))
    file.write_text(json.dumps(written, ensure_ascii=False, separators=(",", ":")) + "\n")
    write_ids(out, HFTokenizer(str(out), context_length=LENGTH))


def make(out, tokenizer, roles):
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    config = {"tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": 64, "padding_side": "right", **roles}
    (out / "tokenizer_config.json").write_text(json.dumps(config, indent=2) + "\n")
    write_ids(out, HFTokenizer(str(out), context_length=LENGTH, clean="canonicalize"))


def write_ids(out, reference):
    lines = (f"  {json.dumps(s)}: {json.dumps(reference([s])[0].tolist())}" for s in SENTENCES)
    (out / "tokens.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


def main():
    out = pathlib.Path(sys.argv[1])
    chosen = sys.argv[2:]
    for name, maker in {"siglip": siglip, "siglip2": siglip2}.items():
        if name in chosen or not chosen:
            make(out / name, *maker())
    for name, maker in {"roberta": roberta, "xlm-roberta": xlm_roberta, "mt5": mt5, "nllb": nllb}.items():
        if name in chosen or not chosen:
            make_as_published(out / "tokenizers" / name, maker())


if __name__ == "__main__":
    main()
