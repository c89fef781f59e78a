"""Makes a paper list in Markdown, as long as is asked for: tables, bullets, bullets with fields and headed entries in turn."""

import random
from collections.abc import Iterator

from field_words import VENUES
from fresh_names import Names

_SECTION = 60  # entries
_PEOPLE = "Ada Lovelace, Alan Turing, Grace Hopper, Emmy Noether, Kurt Goedel, Sofja Kowalewskaja".split(", ")


def markdown_list(size: int) -> str:
    """Return a list of at least `size` characters; the same on every machine."""
    dice = random.Random(7)
    names = Names({})
    parts = ["# A list of a thousand ponds\n"]
    written = number = 0
    while written < size:
        number += 1
        part = f"\n## Section {number}\n\nWhat stands here.\n\n" + "".join(_SHAPES[number % len(_SHAPES)](dice, names))
        parts.append(part)
        written += len(part)
    return "".join(parts)


def _work(dice: random.Random, names: Names) -> tuple[str, str, str, str]:
    """Return name, title, arXiv id and repository of a work that is nobody's."""
    name = names.name(dice)
    paper = names.arxiv_id(dice.randrange(2021, 2026), dice.randrange(1, 13), dice)
    return name, f"{name}: Learning to Make {dice.choice(('Images', 'Captions', 'Questions'))} for {names.name(dice)}", paper, f"lab/{name}"


def _table(dice: random.Random, names: Names) -> Iterator[str]:
    yield "| Name | Title | Venue | Date | Code |\n|---|---|---|---|---|\n"
    for _ in range(_SECTION):
        name, title, paper, code = _work(dice, names)
        badge = f"![Stars](https://img.shields.io/github/stars/{code}?style=social)"
        date = f"20{paper[:2]}/{paper[2:4]}/15"
        cells = (
            name,
            f"[{title}](https://arxiv.org/abs/{paper}) {badge}",
            dice.choice(VENUES),
            date,
            f"[Github](https://github.com/{code})",
        )
        yield f"| {' | '.join(cells)} |\n"


def _bullets(dice: random.Random, names: Names) -> Iterator[str]:
    for _ in range(_SECTION):
        _, title, paper, _ = _work(dice, names)
        people = ", ".join(dice.sample(_PEOPLE, 4))
        yield f"- [**{title}**](https://arxiv.org/abs/{paper}) *{people}.* {dice.choice(VENUES)} 20{paper[:2]}.\n"


def _fields(dice: random.Random, names: Names) -> Iterator[str]:
    for _ in range(_SECTION):
        name, title, paper, code = _work(dice, names)
        yield f"- **{name}** [(arXiv {paper})](https://arxiv.org/abs/{paper})\n"
        yield f"  - **Idea**: {title}, in three steps\n    - collect\n    - filter\n"
        yield f"  - **Open Source**: [Code](https://github.com/{code}) | [Data](https://huggingface.co/datasets/{code})\n"


def _headed(dice: random.Random, names: Names) -> Iterator[str]:
    for _ in range(_SECTION):
        name, title, paper, code = _work(dice, names)
        yield f"### {name}\n\n<details>\n<summary>Click to expand</summary>\n\n**Paper**: [{title}](https://arxiv.org/abs/{paper})\n\n"
        yield f"**Code**: https://github.com/{code}\n\nWhat it does, in a sentence or two, with a *word* set apart.\n\n</details>\n\n"


_SHAPES = (_table, _bullets, _fields, _headed)
