"""A result ready to be written: the payload that programs read, and the blocks that people read.

Layer: views. Formats know this module and ``blocks``, and nothing else of the views.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from .blocks import Block

Record = dict[str, Any]


class Report(NamedTuple):
    """An answer: `payload` whole, `records` of it as rows for line formats with their `columns`, `blocks` for people.

    Blocks are made only when a format asks for them: a pipe never pays for a table.
    """

    payload: Record
    records: Sequence[Record]
    columns: Sequence[str]
    blocks: "Callable[[], Iterable[Block]]"
