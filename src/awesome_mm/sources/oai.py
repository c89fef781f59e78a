"""arXiv's raw records through OAI-PMH: the one place where a withdrawal is said plainly.

Layer: sources. A withdrawal is a new version without content: of no size, or of source type ``I``.
Source: https://info.arxiv.org/help/oa/index.html (format ``arXivRaw``).
"""

from urllib.parse import urlencode

from .asking import Unanswered, quote
from .xml import parsed

_OAI = "{http://www.openarchives.org/OAI/2.0/}"
_RAW = "{http://arxiv.org/OAI/arXivRaw/}"
_EMPTY = "0kb"
_IGNORED = "I"


def record_url(service: str, arxiv_id: str) -> str:
    """Return the address of the raw record of a paper."""
    return f"{service}?{urlencode({'verb': 'GetRecord', 'metadataPrefix': 'arXivRaw', 'identifier': f'oai:arXiv.org:{arxiv_id}'})}"


def read_withdrawal(content: bytes) -> bool:
    """Return whether the last version in a raw record is a withdrawal.

    Raises:
        Unanswered: the content is no record, or one without versions.
    """
    answer = parsed(content)
    if answer.tag != f"{_OAI}OAI-PMH":
        raise Unanswered("arXiv's answer is no OAI-PMH record.", may_pass=True)
    if (error := answer.find(f"{_OAI}error")) is not None:
        raise Unanswered(f"arXiv has no raw record: {quote(error.text or error.get('code') or '')}.")
    versions = answer.findall(f".//{_RAW}version")
    if not versions:
        raise Unanswered("arXiv's raw record names no version.")
    size, kind = (versions[-1].findtext(f"{_RAW}{name}", "").strip() for name in ("size", "source_type"))
    return size == _EMPTY or _IGNORED in kind
