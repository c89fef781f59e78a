"""A catalog of any size whose entries mean nothing: for measuring time alone. What the bench compares over the years hangs on it."""

import datetime
import random
from typing import Any

_SYLLABLES = "ba co di fen gra hel im jo kar lum mi nor ox pal qui ras sy tor ul vex wi xan yo zed".split()
_NOUNS = (
    "captions dialogues documents charts diagrams scenes regions instructions answers figures tables photographs maps sketches masks "
    "frames layouts receipts posters formulas"
).split()
_VERBS = "scoring filtering rewriting rendering aligning sampling grounding composing ranking distilling".split()
_FIELDS = "remote sensing, medicine, cooking, robotics, astronomy, law, retail, chemistry, sports, agriculture".split(", ")
_HAN = "数据图像文本生成过滤标注评分对齐推理模型视觉语言场景文档合成质量样本任务方法研究"
_SURNAMES = "Abel Brandt Chen Diaz Endo Fischer Gupta Huang Ito Jansen Kim Liu Moreau Novak Okafor Park Quinn Rossi Sato Tran".split()
_GIVEN = "Ada Ben Cleo Dan Eva Fei Gus Hana Ivo Jia Kai Lea Max Nia Oto Pia Rui Sam Tao Uma".split()


def plain_catalog(count: int, seed: int) -> dict[str, dict[str, Any]]:
    """Return a catalog with `count` entries, its head and its words, the same for the same `seed`."""
    dice = random.Random(seed)
    return {
        "catalog": {
            "schema": 1,
            "title": {"en": "A generated survey", "zh": "生成的综述"},
            "as_of": datetime.date(2026, 1, 1),
        },
        "category": {
            "methods": {"title": {"en": "Methods", "zh": "方法"}},
            "editing": {"title": {"en": "Image editing", "zh": "图像编辑"}, "parent": "methods"},
            "text": {"title": {"en": "Text enhancement", "zh": "文本增强"}, "parent": "methods"},
        },
        "organization": {
            f"lab-{place}": {"name": {"en": f"Laboratory {place}", "zh": f"第{place}实验室"}, "sector": "academia"} for place in range(40)
        },
        "method": dict(_entry(number, dice) for number in range(count)),
    }


def some_authors(dice: random.Random) -> list[str]:
    """Return two to eight names of nobody."""
    return [f"{dice.choice(_GIVEN)} {dice.choice(_SURNAMES)}" for _ in range(dice.randint(2, 8))]


def _entry(number: int, dice: random.Random) -> tuple[str, dict[str, Any]]:
    """Return an entry with its id. The order of the throws is part of what is compared."""
    name = "".join(dice.choices(_SYLLABLES, k=dice.randint(3, 4))).title()
    noun, verb, field = dice.choice(_NOUNS), dice.choice(_VERBS), dice.choice(_FIELDS)
    authors = some_authors(dice)
    year, month = dice.randint(2019, 2025), dice.randint(1, 12)
    summary = f"Makes {noun} about {field} by {verb} what a model wrote, and keeps the {dice.randint(5, 95)} percent that pass."
    chinese = "".join(dice.choices(_HAN, k=30)) + "。"
    return f"e{number}-{name.lower()}", {
        "name": name,
        "title": f"{name}: {verb.title()} {noun.title()} for {field.title()}",
        "categories": [dice.choice(("editing", "text"))],
        "authors": authors,
        "organizations": [f"lab-{dice.randrange(40)}"],
        "published": f"{year}-{month:02}",
        "summary": {"en": summary, "zh": chinese},
        "links": {"arxiv": [f"{year % 100:02}{month:02}.{10_000 + number % 90_000:05}"]},
    }
