#!/usr/bin/env python3
"""Writes 5,000 sentences, and what the reference's tokenizers make of them.

    venv/bin/python src/test/reference/sentences.py src/test/resources/dev/imagedb/embed/openclip/sentences.jsonl.gz

A line of the file is a sentence and the CRC-32 of its ids, written as decimal numbers with a space between them, for
each of TOKENIZERS. They are given as whole contexts, padding included, but without it where a tower does not see it.
"""
import gzip
import json
import pathlib
import random
import string
import sys
import unicodedata
import zlib

import ftfy
import open_clip

RESOURCES = pathlib.Path("src/test/resources/dev/imagedb/embed/openclip")
LENGTH = 77
COUNT = 5000

SUBJECTS = "dog cat child woman man boy girl horse bird surfer cyclist crowd team baby snowboarder couple".split()
LOOKS = "small brown red-haired wet sleeping happy blurred tall old young striped tabby black-and-white".split()
DEEDS = "runs jumps sleeps stands climbs plays looks laughs swims rides dances waits eats skates".split()
PLACES = "grass beach street kitchen field snow water forest park stadium rooftop café market bridge".split()
PREPOSITIONS = "in on over through near behind under across beside".split()
SCRIPTS = {
    "accents": "Crème brûlée, garçon, naïve, Ærøskøbing, łódź, çok güzel, señor, ÅNGSTRÖM, Übermütig, žluťoučký kůň, ő, ǆ, ß, ẞ, ﬁ".split(", "),
    "Greek": "Ελληνικά γάτα Ο ΣΊΣΥΦΟΣ ΟΔΟΣ φωτογραφία ἀρχή".split(),
    "Cyrillic": "кошка СОБАКА фотография ёж Київ їжак Љубав".split(),
    "Chinese": "一只猫 在草地上 奔跑的狗 照片 臺灣 龍 𠮷野家 。 ， 「你好」".split(),
    "Japanese": "日本語の写真 猫 ネコ ﾈｺ ねこ がぎぐ か\u3099 １２３ ー 〜 ・ 々".split(),
    "Korean": "고양이 한국어 사진 강아지가 \u1112\u1161\u11ab ㅋㅋㅋ".split(),
    "Arabic": "عربى قطة صورة السَّلَام ٠١٢٣ لا ﷺ ـــ".split(),
    "Hebrew": "עברית חתול שָׁלוֹם".split(),
    "Hindi": "हिन्दी बिल्ली क़लम ज्ञान १२३".split(),
    "Thai": "ภาษาไทย แมว กำ น้ำ".split(),
    "Vietnamese": "Tiếng Việt con mèo Nguyễn e\u0302\u0301".split(),
    "other": "ქართული Հայերեն ᏣᎳᎩ አማርኛ ខ្មែរ မြန်မာ བོད་ ᚠᚢᚦ 𝔘𝔫𝔦 𝒞ℴ 𝟙𝟚𝟛 Ⅷ ⅷ ½ ² ₂ ™ № ℃ ㎏ ⑳ ﬀ ĳ ŉ".split(),
}
EMOJI = "😀 😂 ❤ ❤️ 👍🏽 👨‍👩‍👧 🇩🇪 🏳️‍🌈 1️⃣ ☺ ☕ ✈️ 🐈‍⬛ 🦮 🤷🏿‍♂️ ©️ ™️ 🫠 ⛷ 🏂🏻".split()
MARKS = ["!", "?", "...", "…", "--", "—", "–", "!!!", "?!", "(x)", "[y]", "{z}", "'s", "'re", "\"", "“", "”", "’", "‘", "«", "»", "„", "·", "•", "*", "#1", "@me", "$5", "€", "£20", "50%", "~", "^", "`", "|", "\\", "/", "_", "=", "+", "<3", ":-)", "&", "&&"]
ESCAPES = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&apos;", "&nbsp;", "&eacute;", "&#233;", "&#xe9;", "&amp;amp;", "&copy", "&hellip;", "&#128512;", "&bogus;", "&", "AT&T", "&notit;"]
SPACES = [" ", "  ", "\t", "\n", "\r\n", "\u00a0", "\u2003", "\u3000", "\u200b", "\u2028", "\u0085", "\x0b", "\x0c", "\x1f"]
ODDITIES = ["\x00", "\x07", "\x1b[1m", "\ufeff", "\u200e", "\u202e", "\u2060", "\ufffd", "\ufffc", "\u00ad", "\u0301", "\u0338", "\U000e0061", "\ue000", "<start_of_text>", "<end_of_text>", "<|endoftext|>", "</s>", "<pad>", "<eos>", "[SEP]", "▁"]
CODE = [
    "for (int i = 0; i < n; i++) { sum += a[i]; }",
    "def f(x): return x**2 if x > 0 else -x  # note",
    "SELECT * FROM photos WHERE iso >= 3200 AND lens LIKE '%85mm%';",
    "<div class=\"a b\" id='c'>&lt;text&gt;</div>",
    "git commit -am 'it''s done' && git push --force || true",
    "#include <stdio.h>\nint main(void) { printf(\"%d\\n\", 0x1F); }",
    "{\"key\": [1, 2.5e-3, null, \"\\u00e9\"], \"b\": {}}",
    "^[a-z0-9_.+-]+@[a-z]+\\.(com|org)$",
    "x = λ y → y ⊕ 1 ∀ε>0 ∃δ",
    "C:\\Users\\me\\Bilder\\IMG_0042.JPG",
    "r'\\bword\\b' != R\"(raw)\"",
]
HOSTS = "example.org photos.example.com xn--mnchen-3ya.example 192.0.2.7:8080 [2001:db8::1]".split()


def caption(rng):
    words = ["a", rng.choice(LOOKS), rng.choice(SUBJECTS), rng.choice(DEEDS), rng.choice(PREPOSITIONS), "the", rng.choice(PLACES)]
    if rng.random() < 0.3:
        words += ["while", rng.choice(["two", "3", "some", "many"]), rng.choice(SUBJECTS) + "s", "don't", "watch"]
    text = " ".join(words)
    return rng.choice([text, text.capitalize() + " .", text.upper(), "a photo of " + text, text.title() + "!", f'"{text}"'])


def url(rng):
    path = "/".join("".join(rng.choices(string.ascii_letters + string.digits + "-_.~", k=rng.randint(1, 9))) for _ in range(rng.randint(0, 4)))
    query = rng.choice(["", "?q=tabby%20cat&lang=de", "?a=1&amp;b=2", "#top", "?x[]=é"])
    return f"{rng.choice(['https', 'http', 'ftp', 'HTTPS'])}://{rng.choice(HOSTS)}/{path}{query}"


def script(rng):
    words = rng.choice(list(SCRIPTS.values()))
    return rng.choice(["", " "]).join(rng.choices(words, k=rng.randint(1, 8)))


def random_letters(rng):
    # Of Unicode 3.2, which is older than all libraries here: they disagree on what is a letter since.
    ranges = [(0x20, 0x7E), (0xA0, 0x24F), (0x370, 0x52F), (0x590, 0x6FF), (0x900, 0x97F), (0x1E00, 0x22FF), (0x2500, 0x27BF), (0x3040, 0x30FF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3)]
    low, high = rng.choice(ranges)
    letters = (chr(rng.randint(low, high)) for _ in range(rng.randint(1, 24)))
    return "".join(letter for letter in letters if unicodedata.ucd_3_2_0.category(letter) != "Cn")


def mixture(rng):
    parts = []
    for _ in range(rng.randint(2, 9)):
        kind = rng.choice([caption, script, url, None, None, None, None])
        parts.append(kind(rng) if kind else rng.choice(rng.choice([EMOJI, MARKS, ESCAPES, ODDITIES, LOOKS, SUBJECTS])))
        parts.append(rng.choice(SPACES + ["", "", " ", " "]))
    return "".join(parts)


def numbers(rng):
    return rng.choice(
        [str(rng.randint(0, 10**9)), f"{rng.random():.6f}", "f/2.8 1/250s ISO 3200 85mm", "2024-05-17T09:30:00Z", "12:34", "1,234.56", "0xFF", "٣٫١٤", "3×4=12", "1st 2nd 3rd"]
    )


def sentences():
    rng = random.Random(20261121)
    kinds = {caption: 1200, script: 900, mixture: 1200, url: 300, random_letters: 600, numbers: 100}
    texts = ["", " ", "\n", "\x00", "a", "é", "😀", *CODE]
    texts += [caption(rng) * 200, ("x" * 10_000), ("日本語" * 3400)[:10_000], ("😀 " * 5000), ("&amp;" * 2000), ("word " * 2000), "\t" * 10_000]
    texts += [" ".join(rng.choices(CODE, k=2)) for _ in range(100)]
    texts += [" ".join(rng.choices(EMOJI, k=rng.randint(1, 9))) for _ in range(200)]
    texts += ["".join(rng.choices(MARKS + ["a", " "], k=rng.randint(1, 12))) for _ in range(200)]
    for kind, count in kinds.items():
        texts += [kind(rng) for _ in range(count)]
    texts = [text for text in texts if not mistaken(text)]
    while len(texts) < COUNT:
        text = mixture(rng) + script(rng)
        if not mistaken(text):
            texts.append(text)
    return texts[:COUNT]


def mistaken(text):
    """Whether ftfy takes a text for a mis-decoded one: about one in 600 of these, and all of them by mistake. imagedb
    does not repair such texts."""
    steps = ftfy.fix_and_explain(text).explanation or []
    return any(step.parameter.startswith("utf-8") or step.parameter == "decode_inconsistent_utf8" for step in steps)


def tiny(name):
    tokenizer = open_clip.tokenizer.HFTokenizer(str(RESOURCES / name), context_length=LENGTH, clean="canonicalize")
    return lambda text: tokenizer([text])[0].tolist()


def seen(name):
    """The ids that are no padding: all that Hugging Face's towers see."""
    tokenizer = open_clip.tokenizer.HFTokenizer(str(RESOURCES / "tokenizers" / name), context_length=LENGTH)
    return lambda text: [i for i in tokenizer([text])[0].tolist() if i != tokenizer.tokenizer.pad_token_id]


def stock():
    tokenizer = open_clip.SimpleTokenizer(context_length=LENGTH)
    return lambda text: tokenizer([text])[0].tolist()


TOKENIZERS = [stock(), tiny("siglip"), tiny("siglip2"), seen("roberta"), seen("xlm-roberta"), seen("mt5"), seen("nllb")]


def crc(ids):
    return format(zlib.crc32(" ".join(map(str, ids)).encode()), "08x")


def main():
    lines = (json.dumps([text, *(crc(ids(text)) for ids in TOKENIZERS)]) + "\n" for text in sentences())
    with gzip.GzipFile(sys.argv[1], "wb", mtime=0) as file:
        file.write("".join(lines).encode())


if __name__ == "__main__":
    main()
