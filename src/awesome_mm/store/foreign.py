"""Files that are not ours, as bytes.

Layer: store.
"""

from pathlib import Path
from typing import BinaryIO

from ..errors import WrongUsage


def bytes_of(path: Path, most: int) -> bytes:
    """Return the content of the file at `path`, of a larger one the first `most` bytes and one more.

    Raises:
        WrongUsage: it is not there, is a folder, or may not be read.
    """
    try:
        if path.is_dir():
            raise WrongUsage(f"{path}: is a folder.", "Name the file of the list in it, such as README.md.")
        with path.open("rb") as file:
            return bytes_from(file, most)
    except FileNotFoundError as error:
        raise WrongUsage(f"{path}: there is no such file.", "Check the path; `-` stands for standard input.") from error
    except (OSError, ValueError) as error:
        raise WrongUsage(
            f"{path}: cannot be read ({getattr(error, 'strerror', None) or error}).", "Check the path and its permissions."
        ) from error


def bytes_from(file: BinaryIO, most: int) -> bytes:
    """Return what is left in `file`, of more than `most` bytes one more."""
    return file.read(most + 1)
