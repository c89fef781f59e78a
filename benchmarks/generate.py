"""Makes a catalog of any size for measuring: plausible names, titles, authors and texts, the same for the same seed.

Run: ``python benchmarks/generate.py 10000 > big.toml``
"""

import json
import random
import sys
from collections.abc import Iterator

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

_HEAD = """[catalog]
schema = 1
title = { en = "A generated survey", zh = "生成的综述" }
as_of = 2026-01-01

[category.methods]
title = { en = "Methods", zh = "方法" }

[category.editing]
title = { en = "Image editing", zh = "图像编辑" }
parent = "methods"

[category.text]
title = { en = "Text enhancement", zh = "文本增强" }
parent = "methods"
"""


def main() -> None:
    """Print a catalog with as many entries as the first argument says."""
    count = int(sys.argv[1])
    sys.stdout.write(_HEAD)
    sys.stdout.writelines(_organizations())
    sys.stdout.writelines(_entries(count, random.Random(20_260_101)))


def _organizations() -> Iterator[str]:
    for place in range(40):
        yield f'\n[organization.lab-{place}]\nname = {{ en = "Laboratory {place}", zh = "第{place}实验室" }}\nsector = "academia"\n'


def _entries(count: int, dice: random.Random) -> Iterator[str]:
    for number in range(count):
        name = "".join(dice.choices(_SYLLABLES, k=dice.randint(3, 4))).title()
        noun, verb, field = dice.choice(_NOUNS), dice.choice(_VERBS), dice.choice(_FIELDS)
        title = f"{name}: {verb.title()} {noun.title()} for {field.title()}"
        authors = [f"{dice.choice(_GIVEN)} {dice.choice(_SURNAMES)}" for _ in range(dice.randint(2, 8))]
        year, month = dice.randint(2019, 2025), dice.randint(1, 12)
        summary = f"Makes {noun} about {field} by {verb} what a model wrote, and keeps the {dice.randint(5, 95)} percent that pass."
        chinese = "".join(dice.choices(_HAN, k=30)) + "。"
        yield f"""
[method.e{number}-{name.lower()}]
name = {json.dumps(name)}
title = {json.dumps(title)}
categories = [{json.dumps(dice.choice(("editing", "text")))}]
authors = {json.dumps(authors)}
organizations = ["lab-{dice.randrange(40)}"]
published = "{year}-{month:02}"
summary = {{ en = {json.dumps(summary)}, zh = "{chinese}" }}
links.arxiv = ["{year % 100:02}{month:02}.{10_000 + number % 90_000:05}"]
"""


if __name__ == "__main__":
    main()
