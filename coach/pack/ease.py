"""How easy a text is to read: the school grade by Flesch and Kincaid."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_END = re.compile(r"[.!?]+(?=\s|$)")
_VOWELS = re.compile(r"[aeiouyäöüáéíóúàèìòù]+")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_MARK = re.compile(r"^\s*(?:[-*+]|\d+[.)]|>+|#+)\s+")


def grade(text: str) -> float:
    """The school grade of an English text; 0 for one without a word.

    0.39 × words per sentence + 11.8 × syllables per word − 15.59 (Kincaid and others, 1975);
    syllables are counted as groups of vowels, without a silent e at the end.
    """
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = len(_END.findall(text.strip())) or 1
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    plain = word.casefold()
    count = len(_VOWELS.findall(plain))
    silent = plain.endswith("e") and not plain.endswith("le") and count > 1
    return max(1, count - silent)


def sentences(markdown: str) -> str:
    """The running text of some Markdown: without tables, code and signs, each block ended."""
    blocks: list[str] = []
    fenced, fresh = False, True
    for line in markdown.split("\n"):
        fenced ^= line.startswith("```")
        text = _MARK.sub("", line).strip()
        if fenced or not text or text.startswith(("|", "```")):
            fresh = True
            continue
        if fresh or _MARK.match(line):
            blocks.append(text)
        else:
            blocks[-1] += f" {text}"
        fresh = False
    spoken = (_LINK.sub(r"\1", block).replace("*", "").replace("`", "") for block in blocks)
    return " ".join(text if text[-1:] in ".!?" else f"{text}." for text in spoken if text)


def count_words(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))
