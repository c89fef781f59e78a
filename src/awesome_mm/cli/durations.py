"""Durations as people write them: ``90m``, ``24h``, ``7d``.

Layer: cli.
"""

import re
from datetime import timedelta

from ..errors import WrongUsage

_UNITS = {"": "seconds", "s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_LONGEST = timedelta(days=36_500)


def duration(text: str, what: str) -> timedelta:
    """Return the duration in `text`: a number with s, m, h, d or w behind it; a bare number counts seconds.

    Raises:
        WrongUsage: it is none, or longer than a century; `what` names the option.
    """
    match = re.fullmatch(r"([0-9]{1,9}(?:\.[0-9]{1,6})?)\s*([smhdw]?)", text.strip().casefold())
    found = timedelta(**{_UNITS[match[2]]: float(match[1])}) if match else None
    if found is None or found > _LONGEST:
        raise WrongUsage(f"{what}: {text!r} is not a duration.", "Write 90m, 24h, 7d, or 0 for none.")
    return found
