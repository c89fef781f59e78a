"""A catalog as it was at a revision: what git gives is put into a folder that is gone again when it has been read.

Layer: store.
"""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from ..errors import CatalogInvalid
from .catalog_file import DecodedCatalog, load_catalog


def load_contents(contents: Mapping[PurePosixPath, bytes] | bytes, name: str, suffix: str = ".toml") -> DecodedCatalog:
    """Return the catalog that the files of a folder, or one file that ends in `suffix`, hold; `name` is what errors call it.

    Raises:
        CatalogInvalid: as `load_catalog` does.
    """
    with TemporaryDirectory(prefix="awesome-mm-") as folder:
        place = Path(folder).resolve() / "catalog"
        if isinstance(contents, bytes):
            place = place.with_suffix(suffix)
            place.write_bytes(contents)
        else:
            for path, content in contents.items():
                if ".." not in path.parts and not path.is_absolute():
                    (place / path).parent.mkdir(parents=True, exist_ok=True)
                    (place / path).write_bytes(content)
        try:
            return load_catalog(place)
        except CatalogInvalid as error:
            raise CatalogInvalid([fault.replace(str(place), name) for fault in error.faults], error.fix) from error
