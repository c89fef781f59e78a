"""References as people write them into a mail: a line for each.

Layer: exchange.
"""

from collections.abc import Iterable, Iterator

from ..model.text import one_line
from .reference import Reference

_MOST_NAMED = 6
_NAMED_OF_MANY = 3
_ENDINGS = (".", "?", "!", "。", "？", "！")


def plain_text(references: Iterable[Reference]) -> str:
    """Return `references`, each on a line: who, the title, where and when, and its address."""
    return "".join(f"{reference_line(one)}\n" for one in references)


def reference_line(reference: Reference) -> str:
    """Return one work as a line of text."""
    return one_line(" ".join(filter(None, _parts(reference))))


def _parts(reference: Reference) -> Iterator[str]:
    yield _ended(_authors(reference))
    yield _ended(reference.title)
    yield _ended(_published(reference))
    if reference.doi:
        yield f"doi:{reference.doi}"
    elif reference.arxiv_id and reference.container:
        yield f"arXiv:{reference.arxiv_id}"
    yield reference.url


def _authors(reference: Reference) -> str:
    names = [" ".join(filter(None, (one.given, one.family))) for one in reference.people] or list(reference.collectives)
    if len(names) > _MOST_NAMED:
        return f"{', '.join(names[:_NAMED_OF_MANY])}, et al."
    if names and not reference.complete:
        return f"{', '.join(names)}, et al."
    *first, last = names or [""]
    return f"{', '.join(first)} and {last}" if first else last


def _published(reference: Reference) -> str:
    where = f"{reference.container} ({reference.track})" if reference.track else reference.container
    if not where and reference.arxiv_id:
        where = f"arXiv:{reference.arxiv_id}"
    return ", ".join(filter(None, (where, reference.year)))


def _ended(text: str) -> str:
    return text if not text or text.endswith(_ENDINGS) else f"{text}."
