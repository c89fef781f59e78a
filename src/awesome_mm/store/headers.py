"""The ids of a catalog, off the headers of its tables and nothing more: for who cannot wait until it is compiled.

Layer: store.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from ..errors import CatalogInvalid
from .catalog_file import catalog_files

_HEADER = re.compile(rb"^\[([a-z]+)\.([a-z0-9-]+)\]", re.MULTILINE)


def ids_in(path: Path, sections: Sequence[str]) -> Iterator[str]:
    """Yield the ids whose tables ``[section.id]`` stand in the catalog at `path`, in order; what cannot be read is passed over."""
    wanted = {section.encode() for section in sections}
    with suppress(CatalogInvalid):
        for file in catalog_files(path):
            with suppress(OSError):
                yield from (match[2].decode() for match in _HEADER.finditer(file.read_bytes()) if match[1] in wanted)
