"""The name of the file that holds an entry, in a folder that may be carried to any system.

Layer: store.
"""

import re
import zlib
from collections.abc import Collection

# What Windows opens as a device, whatever the suffix: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_DEVICES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_LONGEST = 120
HEAD_FILE = "catalog.toml"


def entry_file_name(entry_id: str, taken: Collection[str] = ()) -> str:
    """Return the name for the file of the entry: its id, marked where the bare id may not be a name, numbered where it is `taken`.

    `taken` holds names in lower case: there are systems to which case makes no difference.
    """
    stem = entry_id if len(entry_id) <= _LONGEST else f"{entry_id[:_LONGEST]}-{zlib.crc32(entry_id.encode()):08x}"
    if _DEVICES.fullmatch(stem) or f"{stem}.toml" == HEAD_FILE:
        stem = f"{stem}_"
    name, number = f"{stem}.toml", 1
    while name in taken:
        number += 1
        name = f"{stem}_{number}.toml"
    return name
