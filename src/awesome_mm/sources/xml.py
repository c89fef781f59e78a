"""XML from outside, read without expanding anything.

Layer: sources.
"""

from typing import NoReturn
from xml.etree import ElementTree

from .asking import Unanswered, quote


class _PlainBuilder(ElementTree.TreeBuilder):
    """Builds a tree of XML that defines nothing of its own: without a DOCTYPE there are no entities to expand."""

    def doctype(self, *_: str | None) -> NoReturn:
        """Refuse."""
        raise Unanswered("arXiv's answer is a page, not a feed.", may_pass=True)


def parsed(content: bytes) -> ElementTree.Element:
    """Return the root of `content`.

    Raises:
        Unanswered: it is no XML, cut short, or brings a DOCTYPE.
    """
    parser = ElementTree.XMLParser(target=_PlainBuilder())  # noqa: S314 - the builder refuses what could expand
    try:
        return ElementTree.fromstring(content, parser)  # noqa: S314 - as above
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        if content.lstrip().startswith(b"<"):
            raise Unanswered("arXiv's answer is cut short or no feed.", may_pass=True) from error
        said = quote(content[:200].decode("utf-8", "replace"))
        raise Unanswered(f"arXiv's answer is not a feed: {said}.", may_pass=True) from error
