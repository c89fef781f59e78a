"""Which checks are to run. Layer: services."""

from __future__ import annotations

from collections.abc import Sequence

from ..naming import choose
from .finding import Check, Group
from .registry import CHECKS

ALL = "all"


def checks_by_code() -> dict[str, Check]:
    """Return every check by its code."""
    return {check.code: check for check in CHECKS}


def chosen(select: Sequence[str], ignore: Sequence[str]) -> tuple[Check, ...]:
    """Return the checks that `select` names, by code or group (``all`` for those that are off, too), without those in `ignore`.

    Where nothing is selected these are all that are on.

    Raises:
        WrongUsage: a word is neither a code nor a group.
    """
    wanted, unwanted = _codes(select, "--select"), _codes(ignore, "--ignore")
    return tuple(check for check in CHECKS if (check.code in wanted if select else check.is_on) and check.code not in unwanted)


def _codes(words: Sequence[str], option: str) -> set[str]:
    known = [*(check.code for check in CHECKS), *Group, ALL]
    named = choose(known, [one.strip() for word in words for one in word.split(",") if one.strip()], option)
    # A code that is named is meant; of a group those that are off are not.
    return {check.code for check in CHECKS if check.code in named or (check.group in named and check.is_on) or ALL in named}
