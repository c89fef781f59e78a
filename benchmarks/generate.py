"""Makes a catalog of any size, the same for the same seed.

Run: ``python benchmarks/generate.py 10000 > big.toml``

``--form jsonl`` prints JSON lines, ``--form folder DIR`` writes a file for each entry. ``--with CATALOG`` mixes the entries of that
catalog, and all its words, among as many others in the field's own words as the count says: then a search has to find the right ones
among many that are like them.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from forms import lines_of, toml_of, write_folder
from plain_entries import plain_catalog

SEED = 20_260_101


def main() -> None:
    """Print or write the catalog that the arguments describe."""
    asked = _arguments()
    tables = generated(asked.count, asked.catalog, asked.seed)
    if asked.form == "folder":
        write_folder(tables, asked.folder)
    else:
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
        sys.stdout.writelines(toml_of(tables) if asked.form == "toml" else lines_of(tables))


def generated(count: int, real: Path | None = None, seed: int = SEED) -> dict[str, dict[str, Any]]:
    """Return the tables of a catalog with `count` generated entries, among those of the catalog at `real` where one is given."""
    if real is None:
        return plain_catalog(count, seed)
    from mixing import mixed_catalog

    return mixed_catalog(real, count, seed)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Make a catalog of any size, the same for the same seed.")
    parser.add_argument("count", type=int, help="how many entries are generated")
    parser.add_argument("folder", type=Path, nargs="?", help="where the files go with --form folder")
    parser.add_argument("--form", choices=("toml", "jsonl", "folder"), default="toml")
    parser.add_argument("--with", dest="catalog", type=Path, metavar="CATALOG", help="mix its entries among generated ones like them")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_intermixed_args()
    if (asked.form == "folder") != (asked.folder is not None):
        parser.error("--form folder takes a folder, and no other form does")
    return asked


if __name__ == "__main__":
    main()
