"""What a title says by its words: the name before its colon, and the kind of the work.

Layer: model. `add` and the readers of bibliographies guess alike.
"""

import re

from .entry import Kind

_LONGEST_NAME = 5  # words before a colon; more of them are a sentence
_KINDS = {
    Kind.SURVEY: r"surveys?|reviews?|综述",
    Kind.BENCHMARK: r"benchmarks?|[a-z0-9-]*bench|基准|评测",
    Kind.DATASET: r"datasets?|corpus|corpora|数据集",
}


def name_in(title: str) -> str:
    """Return what stands before a title's colon where that is short enough for a name, else the title."""
    head, colon, _ = title.replace("：", ":").partition(":")
    is_name = colon and any(character.isalnum() for character in head) and len(head.split()) <= _LONGEST_NAME
    return head.strip() if is_name else title


def kind_in(title: str) -> Kind:
    """Return the kind that a word of the title says: a survey, else whatever of benchmark and dataset comes first, else a method."""
    found = {kind: match.start() for kind, words in _KINDS.items() if (match := _word(words).search(title))}
    return Kind.SURVEY if Kind.SURVEY in found else min(found, key=lambda kind: found[kind], default=Kind.METHOD)


def _word(words: str) -> re.Pattern[str]:
    """Return the pattern of one of `words` by itself; Chinese needs no space around it."""
    return re.compile(rf"(?i)(?<![a-z0-9])(?:{words})(?![a-z0-9])")
