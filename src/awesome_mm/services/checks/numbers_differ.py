"""Numbers that two languages state differently. Layer: services."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...model.written_numbers import numbers_in, quantities_in
from .bilingual import texts_in
from .finding import Check, Finding, Group, Severity, Told, said
from .subject import Subject
from .sums import short

_ADDRESS = re.compile(
    r"(?i)(?:arxiv[\s:.]*)?(?<![\d.])\d{4}\.\d{4,5}(?:v\d+)?(?!\d)|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)|https?://\S+|<[^>]*>"
)
_MOST = 8  # numbers that differ; more of them are two texts, not one and its translation


def find(subject: Subject) -> Iterator[Finding]:
    """Yield works of a list, and texts of a catalog, of which one language states a measured number that the other does not."""
    for case in subject.cases if subject.is_catalog else ():
        for field, text in texts_in(case.entry):
            if text.en and text.zh and (lost := _apart(text.en, text.zh)):
                yield CHECK.of(case, *_said(case.entry.name, *lost), field=field)
    for entry_id in subject.cases_by_entry if len(subject.languages) > 1 else ():
        held = subject.by_language(entry_id)
        en, zh = ("\n".join(case.text for case in held.get(language, ())) for language in ("en", "zh"))
        if en and zh and (lost := _apart(en, zh)):
            yield CHECK.of(held["zh"][0], *_said(held["zh"][0].entry.name, *lost))


def _said(name: str, en: list[Decimal], zh: list[Decimal]) -> Told:
    sides = [(", ".join(map(short, en)), "English", "英文"), (", ".join(map(short, zh)), "Chinese", "中文")]
    only_en = "; ".join(f"only in {side}: {numbers}" for numbers, side, _ in sides if numbers)
    only_zh = "；".join(f"仅{side}版有：{numbers}" for numbers, _, side in sides if numbers)
    return (
        said(f"The languages give {name} other numbers; {only_en}.", f"{name} 两种语言的数字不一致：{only_zh}。"),
        said("Give both the right number.", "请核对并使两种语言一致。"),
    )


def _apart(en: str, zh: str) -> tuple[list[Decimal], list[Decimal]] | None:
    """Return the measured numbers that only one of two texts states; None where there are none, or so many that these are two texts."""
    en, zh = (_ADDRESS.sub(" ", text) for text in (en, zh))
    stated = [numbers_in(text) for text in (en, zh)]
    only = [sorted(_measured(text) - other) for text, other in ((en, stated[1]), (zh, stated[0]))]
    return (only[0], only[1]) if 0 < len(only[0]) + len(only[1]) <= _MOST else None


def _measured(text: str) -> set[Decimal]:
    """Return the numbers of a text that count or measure something: those with decimals, a scale, or more than two digits."""
    return {one.value for one in quantities_in(text) if one.is_scaled or one.step < 1 or one.unit in ("%", "％")}


_ALPHA = "[Alpha: Making Data](https://arxiv.org/abs/2501.01234)"
_BETA = "[Beta: Filtering Data](https://arxiv.org/abs/2401.00001)"

CHECK = Check(
    code="numbers-differ",
    group=Group.LANGUAGE,
    severity=Severity.WARNING,
    about=said("a number that only one language states", "仅在一种语言中出现的数字"),
    why="""Numbers need no translation: 5.4B is 54亿. A number with decimals, a scale or more than two digits that stands in one language
and not in the other was corrected in one only. Small counts, which may be words, are not compared.""",
    unsound={
        "README.md": f"# List\n\n## Methods\n\n- {_ALPHA}: makes 500K samples\n- {_BETA}: filters\n",
        "README_zh.md": f"# 列表\n\n## 方法\n\n- {_ALPHA}：合成 40万 样本\n- {_BETA}：过滤\n",
    },
    sound={
        "README.md": f"# List\n\n## Methods\n\n- {_ALPHA}: makes 500K samples\n- {_BETA}: filters\n",
        "README_zh.md": f"# 列表\n\n## 方法\n\n- {_ALPHA}：合成 50万 样本\n- {_BETA}：过滤\n",
    },
    find=find,
)
