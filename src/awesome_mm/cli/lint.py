"""``awesome-mm lint``. Layer: cli."""

from typing import Annotated

import typer

from .session import Session

MORE_FORMATS = ("github",)
Paths = Annotated[
    list[str] | None, typer.Argument(metavar="[FILE...]", help="Lists in Markdown, catalogs, folders of them; - for standard input.")
]
Online = Annotated[bool, typer.Option("--online", help="Ask arXiv for the papers, and every host for its links.")]
Fix = Annotated[bool, typer.Option("--fix", help="Repair what is mechanical: links to papers, anchors, orders, marked counts.")]
Select = Annotated[list[str] | None, typer.Option("--select", metavar="CODE,...", help="Only these checks or groups; all runs every one.")]
Ignore = Annotated[list[str] | None, typer.Option("--ignore", metavar="CODE,...", help="All but these checks or groups.")]
Explain = Annotated[str | None, typer.Option("--explain", metavar="CODE", help="Only explain a check, with examples; all names every one.")]
Since = Annotated[str | None, typer.Option("--since", metavar="REV", help="Only what was not found at this revision in git.")]
Baseline = Annotated[str | None, typer.Option("--baseline", metavar="FILE", help="Only what this file, written with --format json, lacks.")]
MaxAge = Annotated[str | None, typer.Option("--max-age", metavar="AGE", help="Only for what was fetched longer ago: 90m, 24h, 7d, 0.")]
PARTIAL = 5


def run(
    session: Session,
    path: Paths = None,
    online: Online = False,
    fix: Fix = False,
    select: Select = None,
    ignore: Ignore = None,
    explain: Explain = None,
    since: Since = None,
    baseline: Baseline = None,
    max_age: MaxAge = None,
) -> int:
    """Find what is untrue or broken in lists and catalogs.

    Without a path the catalog in use is checked. Files in Markdown that hold the same works in two languages are compared with each
    other. A comment suppresses a finding: `<!-- awesome-mm: ignore CODE: reason -->` on its line or above it, behind # in a catalog.
    Nothing is written without --fix. The exit code is 1 where something was found, and 5 where --online got only part of the answers.
    """
    from ..services.checks.choosing import chosen
    from ..views.findings import explained_report, findings_report
    from .linting import Wish, lint

    checks = chosen(select or (), ignore or ())
    if explain is not None:
        session.emit(explained_report(explain, session.language))
        return 0
    wish = Wish.of(session, path or [], checks, online=online, fix=fix, since=since, baseline=baseline, max_age=max_age)
    found = lint(session, wish)
    session.emit(findings_report(found, session.language))
    for problem in found.problems:
        session.complain("source-unreachable", problem, "Nothing is concluded of what did not answer; run it again later.")
    return PARTIAL if found.problems else int(bool(found.findings))
