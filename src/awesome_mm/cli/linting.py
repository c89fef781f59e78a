"""What ``lint`` does: reads what it is to check, runs the checks, asks the network where it is to, repairs, and leaves out what was known.

Layer: cli.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import WrongUsage

if TYPE_CHECKING:
    from ..services.checks.finding import Check, Finding
    from ..services.checks.findings import Found
    from ..sources.links import LinkAnswer
    from .lint_reading import Inputs
    from .session import Session


_ROUNDS = 3


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What is to be checked, and how."""

    paths: tuple[str, ...]
    checks: tuple[Check, ...]
    online: bool
    fix: bool
    since: str
    baseline: Counter[str]
    max_age: timedelta | None
    today: date
    answers: dict[str, LinkAnswer] = field(default_factory=dict, compare=False)  # of hosts that were asked already

    @classmethod
    def of(
        cls,
        session: Session,
        paths: Sequence[str],
        checks: tuple[Check, ...],
        *,
        online: bool,
        fix: bool,
        since: str | None,
        baseline: str | None,
        max_age: str | None,
    ) -> Wish:
        """Return the wish that options express.

        Raises:
            WrongUsage: they contradict each other, or one cannot be read.
        """
        from .durations import duration
        from .reading import say_no_catalog

        if paths:
            say_no_catalog(session, "lint checks the paths that are named.")
        if since is not None and baseline is not None:
            raise WrongUsage("--since and --baseline both say what was known.", "Give one of them.")
        if since == "":
            raise WrongUsage("--since: the revision is empty.", "Name a revision such as main, or leave the option out.")
        if fix and "-" in paths:
            raise WrongUsage("--fix cannot repair standard input.", "Name the file.")
        return cls(
            paths=tuple(dict.fromkeys(paths)) or (str(session.path),),
            checks=checks,
            online=online,
            fix=fix,
            since=since if since is not None else "",
            baseline=_baseline(baseline) if baseline is not None else Counter(),
            max_age=duration(max_age, "--max-age") if max_age is not None else None,
            today=datetime.now(UTC).date(),
        )


def lint(session: Session, wish: Wish) -> Found:
    """Return what is found, after repairing where that is wished."""
    from ..services.checks.findings import Found
    from .lint_reading import read_inputs

    inputs = read_inputs(wish.paths)
    findings, problems = _findings(session, wish, inputs)
    repaired: tuple[Finding, ...] = ()
    for _ in range(_ROUNDS if wish.fix else 0):  # one repair may show what another has to mend
        if not any(one.repairs for one in findings):
            break
        from .lint_repairing import repair

        repair(inputs, findings)
        before, inputs = findings, read_inputs(wish.paths)
        findings, problems = _findings(session, wish, inputs)
        left = Counter(one.fingerprint for one in findings)
        done = tuple(one for one in before if one.repairs and not left[one.fingerprint])
        repaired += done
        if not done:
            break
    as_of = next((catalog.head.as_of for catalog in inputs.sound), None)
    return Found(findings=tuple(findings), repaired=repaired, problems=tuple(problems), checked=tuple(inputs.names), as_of=as_of)


def _findings(session: Session, wish: Wish, inputs: Inputs) -> tuple[list[Finding], list[str]]:
    from ..services.checks.ignoring import without_ignored
    from ..services.checks.running import in_order, new_since

    found, problems = _raw(session, wish, inputs)
    kept = without_ignored(found, inputs.sources, wish.checks, is_online=wish.online, unread=inputs.unread)
    known = wish.baseline
    if wish.since:
        from .lint_reading import inputs_at

        before = inputs_at(wish.since, wish.paths)
        offline = replace(wish, online=False)
        known = Counter(
            one.fingerprint for one in without_ignored(_raw(session, offline, before)[0], before.sources, wish.checks, is_online=False)
        )
    return in_order(one for one in new_since(kept, known) if one.path not in inputs.beside), problems


def _raw(session: Session, wish: Wish, inputs: Inputs) -> tuple[list[Finding], list[str]]:
    """Return all that the checks find, in its places, and why the network did not answer where it did not."""
    from ..services.checks.running import find_all
    from .lint_asking import Asked, ask
    from .lint_knowledge import records_known
    from .lint_reading import located, subjects

    asked = ask(session, wish, inputs) if wish.online else Asked()
    records = records_known(inputs, asked.records)
    found = [*inputs.faults(wish.checks), *asked.findings]
    for subject in subjects(inputs, records, wish.today, wish.max_age):
        found += located(find_all(subject, wish.checks), inputs, subject)
    return found, asked.problems


def _baseline(path: str) -> Counter[str]:
    from ..exchange.decoding import LARGEST
    from ..store.foreign import bytes_of

    try:
        known = json.loads(bytes_of(Path(path), LARGEST))["findings"]
        return Counter(str(one["fingerprint"]) for one in known for _ in range(max(len(one.get("lines", ())), 1)))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise WrongUsage(f"--baseline {path}: is no answer of lint.", "Write it with `awesome-mm lint --format json > FILE`.") from error
