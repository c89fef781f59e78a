"""What ``lint --online`` asks: arXiv for the records of all papers, and every other host for its addresses.

Layer: cli.
"""

from __future__ import annotations

import ipaddress
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from ..model.entry import ArxivRecord
    from ..services.checks.addresses import Spot
    from ..services.checks.finding import Finding
    from ..services.checks.subject import Subject
    from ..sources.links import LinkAnswer
    from .lint_reading import Inputs
    from .linting import Wish
    from .session import Session

_RECENT = timedelta(hours=24)
_IDENTIFIED = re.compile(r"(?i)^https?://(?:www\.)?(?:[\w.-]*arxiv\.org|doi\.org|dx\.doi\.org)(?:[/:]|$)")
_MOST_TOLD = 5


@dataclass(kw_only=True)
class Asked:
    """What came back: records by arXiv id, findings, and why something did not come."""

    records: Mapping[str, ArxivRecord] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def ask(session: Session, wish: Wish, inputs: Inputs) -> Asked:
    """Ask for the papers and the links of `inputs`, as far as the checks of `wish` want them."""
    from ..services.checks.finding import Group
    from ..services.checks.made_elsewhere import ID_MISSING
    from ..services.checks.records import RecordsAtHand
    from .lint_reading import located, subjects

    asked = Asked()
    held = list(subjects(inputs, RecordsAtHand(), wish.today, None))
    if any(check.group is Group.TRUTH for check in wish.checks):
        absent = _ask_arxiv(session, held, asked)
        if ID_MISSING in wish.checks:
            asked.findings += [finding for subject in held for finding in located(_missing(subject, absent), inputs, subject)]
    if any(check.code in ("link-gone", "link-moved", "link-archived") for check in wish.checks):
        for subject, findings in _ask_links(session, wish, held, asked):
            asked.findings += located(findings, inputs, subject)
    return asked


def _ask_arxiv(session: Session, held: list[Subject], asked: Asked) -> frozenset[str]:
    """Ask arXiv for the papers that no recent record is at hand of, and return those of which it says that they are not there."""
    from ..formats.progress import progress_to
    from ..services.from_records import placeholder
    from ..services.refresh import refresh
    from ..sources.arxiv import ArxivSource
    from ..store.places import cache_folder
    from ..store.refreshing import asking_alone, read_kept
    from .known import known_of

    ids = dict.fromkeys(case.entry.links.arxiv[0] for subject in held for case in subject.cases if case.entry.links.arxiv)
    entries = {placeholder(one).id: (placeholder(one), one) for one in ids}
    if not entries:
        return frozenset()
    with asking_alone(), progress_to(sys.stderr, silent=session.format == "json") as told:
        known = known_of(read_kept(session.path))
        found = refresh(
            [entry for entry, _ in entries.values()], list(entries), known, ArxivSource(cache_folder()), max_age=_RECENT, told=told
        )
    asked.records = found.records
    if found.problem:
        asked.problems.append(found.problem)
    return frozenset(entries[one][1] for one in found.absent)


def _missing(subject: Subject, absent: frozenset[str]) -> Iterator[Finding]:
    from ..services.checks.finding import said
    from ..services.checks.made_elsewhere import ID_MISSING

    for case in subject.cases:
        if case.entry.links.arxiv and case.entry.links.arxiv[0] in absent:
            arxiv_id = case.entry.links.arxiv[0]
            yield ID_MISSING.of(
                case,
                said(f"arXiv has no paper {arxiv_id}.", f"arXiv 上没有 {arxiv_id}。"),
                said(f"Look {case.entry.name} up by its title.", f"请按标题查找 {case.entry.name}。"),
                field="links.arxiv",
            )


def _ask_links(session: Session, wish: Wish, held: list[Subject], asked: Asked) -> Iterator[tuple[Subject, list[Finding]]]:
    """Ask every host for its addresses, and yield what that tells of each subject."""
    from ..services.checks.addresses import all_addresses
    from ..sources.links import LinkSource, Standing

    spots = [(subject, spot, address.partition("#")[0]) for subject in held for spot, address in all_addresses(subject)]
    addresses = list(dict.fromkeys(address for _, _, address in spots if _may_be_asked(address)))
    codes = {check.code for check in wish.checks}
    source = LinkSource(with_archived="link-archived" in codes)
    answers = wish.answers  # of a run before the repairs
    due = [address for address in addresses if address not in answers]
    answers.update({one.address: one for one in source.ask(due, _teller(session, len(due)))})
    for subject in held:
        own = [(answers[address], spot) for of, spot, address in spots if of is subject and address in answers]
        yield subject, [found for answer, spot in own for found in _of_answer(answer, spot) if found.code in codes]
    unknown = [answers[one] for one in addresses if answers[one].standing is Standing.UNKNOWN]
    if unknown:
        named = ", ".join(f"{one.address} ({one.why})" for one in unknown[:_MOST_TOLD])
        more = f" and {len(unknown) - _MOST_TOLD} more" if len(unknown) > _MOST_TOLD else ""
        asked.problems.append(f"{len(unknown)} of {len(addresses)} links could not be judged: {named}{more}.")


def _of_answer(answer: LinkAnswer, spot: Spot) -> Iterator[Finding]:
    from ..services.checks import made_elsewhere
    from ..services.checks.finding import Replacement, said
    from ..sources.links import Standing

    if answer.standing is Standing.GONE:
        message = said(f"{answer.address} is gone ({answer.why}).", f"{answer.address} 已不存在（{answer.why}）。")
        yield spot.finding(made_elsewhere.LINK_GONE, message, said("Link where it is now, or remove it.", "请改为现在的地址，或删去。"))
    elif answer.standing is Standing.MOVED:
        message = said(f"{answer.address} has moved to {answer.moved_to}.", f"{answer.address} 已迁移至 {answer.moved_to}。")
        fix = said(f"Write {answer.moved_to}.", f"请改为 {answer.moved_to}。")
        repairs = (Replacement(line=spot.line, old=answer.address, new=answer.moved_to),) if spot.line else ()
        yield spot.finding(made_elsewhere.LINK_MOVED, message, fix, repairs)
    elif answer.standing is Standing.ARCHIVED:
        message = said(f"{answer.address} was archived by its owner.", f"{answer.address} 已被所有者归档。")
        yield spot.finding(made_elsewhere.LINK_ARCHIVED, message, said("Say so, or link what replaced it.", "请注明，或改为其替代项目。"))


def _may_be_asked(address: str) -> bool:
    """Whether an address may be asked: one of the web, no paper that arXiv or a DOI is asked for, and none inside one's own network."""
    if not re.match(r"(?i)https?://", address) or _IDENTIFIED.match(address) or len(address) > 2000:
        return False
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    if os.environ.get("AWESOME_MM_LINK_LOCAL") == "1":
        return bool(host)
    return "." in host and not host.endswith((".local", ".internal", ".localhost")) and not _is_private(host)


def _is_private(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False


def _teller(session: Session, of: int) -> Callable[[LinkAnswer], None]:
    """Return what is told of each answer: on a terminal, and for lines on standard error, how many there are."""
    done = 0

    def tell(_: LinkAnswer) -> None:
        nonlocal done
        done += 1
        if session.format != "json" and (done % 25 == 0 or done == of):
            sys.stderr.write(f"Links: {done} of {of} asked for\n")
            sys.stderr.flush()

    return tell
