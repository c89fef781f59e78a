"""A record that was fetched long ago. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time

from .finding import Check, Finding, Group, Severity, said
from .subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield entries of a catalog whose record is older than the age that was asked for, or was never fetched."""
    if subject.max_age is None:
        return
    oldest = datetime.combine(subject.today, time(), UTC) - subject.max_age
    for case in subject.cases if subject.is_catalog else ():
        fetched = case.entry.arxiv.fetched_at if case.entry.arxiv else None
        if case.entry.links.arxiv and (fetched is None or fetched < oldest):
            when = f"{fetched:%Y-%m-%d}" if fetched else ""
            yield CHECK.of(
                case,
                said(
                    f"The record was fetched on {when}." if when else "The record was never fetched.",
                    f"书目记录获取于 {when}。" if when else "从未获取书目记录。",
                ),
                said("Run `awesome-mm refresh --write`.", "请运行 `awesome-mm refresh --write`。"),
                field="arxiv",
            )


_ENTRY = '[method.alpha]\nname = "Alpha"\ntitle = "Alpha: Making Data"\ncategories = ["editing"]\n'

CHECK = Check(
    code="record-old",
    group=Group.TRUTH,
    severity=Severity.WARNING,
    about=said("a record fetched longer ago than --max-age", "书目记录早于 --max-age"),
    why="""Papers get new versions, titles and venues, and are withdrawn. With `--max-age 90d` every record that is older is found; without
it none is.""",
    unsound={"catalog.toml": f'{_ENTRY}links.arxiv = ["2501.01234"]\n'},
    sound={"catalog.toml": _ENTRY},
    find=find,
)
