"""What a shape needs to know beside the block it reads.

Layer: exchange.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ..blocks import Block, Markdown
from ..parts import Missed, Parts

Found = list[Parts | Missed]


class Context(NamedTuple):
    """The parser of the text, and `read_all`, which reads the blocks inside a block by whatever shape they have."""

    markdown: Markdown
    read_all: Callable[[Sequence[Block]], Found]


def under(group: str, found: Found) -> Found:
    """Return what was found, its entries placed below the heading `group`."""
    return [one._replace(group=(group, *one.group)) if isinstance(one, Parts) and group else one for one in found]


def holds_works(found: Found) -> bool:
    """Whether anything found is an entry."""
    return any(isinstance(one, Parts) for one in found)
