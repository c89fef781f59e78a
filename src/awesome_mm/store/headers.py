"""The ids of a catalog, off the beginnings of its tables and nothing more: for who cannot wait until it is compiled.

Layer: store.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from ..errors import CatalogInvalid
from .listing import catalog_files, is_of_lines

_HEADER = re.compile(rb"^\[([a-z]+)\.([a-z0-9-]+)\]", re.MULTILINE)
_BEGINNING = re.compile(rb'^[ \t]*\{[ \t]*"([a-z]+)"[ \t]*:[ \t]*\{[ \t]*"([a-z0-9-]+)"[ \t]*:', re.MULTILINE)


def ids_in(path: Path, sections: Sequence[str]) -> Iterator[str]:
    """Yield the ids of the tables `section`.id that stand in the catalog at `path`, in order; what cannot be read is passed over.

    Of a line of JSON the first id is known: one that holds several is nobody's habit.
    """
    wanted = {section.encode() for section in sections}
    with suppress(CatalogInvalid):
        for file in catalog_files(path):
            form = _BEGINNING if is_of_lines(file) else _HEADER
            with suppress(OSError):
                yield from (match[2].decode() for match in form.finditer(file.read_bytes()) if match[1] in wanted)
