"""Where to ask and how patiently, as the environment says.

Layer: sources.
"""

import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from ..errors import WrongUsage

_ARXIV_PAUSE = 3.0


def address(environment: Mapping[str, str], variable: str, default: str) -> str:
    """Return the address in `variable`, or the default.

    Raises:
        WrongUsage: it is none.
    """
    url = environment.get(variable) or default
    try:
        parts = urlsplit(url)
        is_one = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        is_one = False
    if not is_one or re.search(r"[\s?#{}]", url):
        raise WrongUsage(f"{variable}: {url!r} is not an address such as https://example.org/api/query.", "Unset it for arXiv's own.")
    return url


def pauses(environment: Mapping[str, str]) -> Callable[[str], float]:
    """Return the seconds between requests, by address: ``AWESOME_MM_ARXIV_DELAY``, for arXiv's own hosts never less than three."""
    pause = seconds(environment, "AWESOME_MM_ARXIV_DELAY", _ARXIV_PAUSE)
    return lambda url: max(pause, _ARXIV_PAUSE) if _is_arxivs(url) else pause


def seconds(environment: Mapping[str, str], variable: str, default: float, above: float = -1) -> float:
    """Return the seconds in `variable`, or the default.

    Raises:
        WrongUsage: it is no number of at most a day, or not `above` the least.
    """
    text = environment.get(variable, "")
    try:
        given = float(text) if text else default
    except ValueError:
        given = -1.0
    if not (0 <= given < 86_400 and given > above):
        raise WrongUsage(f"{variable}: {text!r} is not a number of seconds.", f"Unset it for the default of {default:g}.")
    return given


def _is_arxivs(url: str) -> bool:
    host = (urlsplit(url).hostname or "").rstrip(".")
    return host == "arxiv.org" or host.endswith(".arxiv.org")
