"""Writes a page for each check into a folder, and an index of them: what ``lint --explain`` says, as Markdown.

Layer: cli. ``python -m awesome_mm.cli.check_pages docs/checks`` (`make docs`) renews them; a test holds them to the checks.
"""

import sys
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

from ..services.checks.finding import Check
from ..services.checks.registry import CHECKS
from ..views.findings import shortened

_INDEX = """# What `awesome-mm lint` checks

Each check has a code, which stays. `awesome-mm lint --explain CODE` prints its page; `--select` and `--ignore` take codes and groups.
An **error** is untrue or broken, a **warning** worth a look; either makes the exit code 1. A finding that is no fault is suppressed by a
comment with a reason: see [ignore-unexplained](ignore-unexplained.md). Examples of catalogs leave out the head and the category `editing`.
"""


def pages() -> dict[str, str]:
    """Return the pages by file name."""
    return {"README.md": _index(), **{f"{check.code}.md": _page(check) for check in CHECKS}}


def _index() -> str:
    parts = [_INDEX]
    for group, checks in groupby(CHECKS, key=lambda one: one.group.value):
        rows = [f"| [{one.code}]({one.code}.md) | {one.severity.value} | {one.about.en} | {_marks(one)} |" for one in checks]
        parts.append("\n".join([f"## {group.capitalize()}\n", "| code | severity | finds | |", "|---|---|---|---|", *rows]) + "\n")
    return "\n".join(parts)


def _marks(check: Check) -> str:
    marks = (("off unless selected", not check.is_on), ("with `--online`", check.is_online), ("`--fix`", check.fixes))
    return ", ".join(mark for mark, holds in marks if holds)


def _page(check: Check) -> str:
    marks = _marks(check)
    standing = f"{check.severity.value} · {check.group.value}{f' · {marks}' if marks else ''}"
    return "\n".join(
        [
            f"# {check.code}\n",
            f"Finds {check.about.en}. ({standing})\n",
            f"{check.why}\n",
            *_examples("Unsound", check.unsound),
            *_examples("Sound", check.sound),
        ]
    )


def _examples(title: str, files: Mapping[str, str]) -> list[str]:
    lines = [f"## {title}\n"]
    for name, text in files.items():
        if name.startswith("."):
            continue
        fence = "````" if "```" in text else "```"
        language = "toml" if name.endswith(".toml") else "markdown"
        lines += [f"`{name}`\n", f"{fence}{language}\n{shortened(text)}\n{fence}\n"]
    return lines


def main() -> None:
    """Renew the pages in the folder named, and remove those of checks that are gone."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    written = pages()
    for left in folder.glob("*.md"):
        if left.name not in written:
            left.unlink()
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
