"""Chinese cut for a full-text index that knows words by spaces: every run of one to four characters.

Layer: exchange. SQLite's tokenizers take a run of Chinese for one word, or (trigram) find nothing shorter than three characters; with the
runs in the index, a word of up to four characters is found as it is typed. Longer ones are asked for in parts.
"""

import re
from collections.abc import Iterator

_LONGEST = 4
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")


def runs_of(text: str) -> Iterator[str]:
    """Yield the runs of the Chinese in `text`, in order."""
    for match in _HAN.finditer(text):
        run = match[0]
        for start in range(len(run)):
            yield from (run[start:end] for end in range(start + 1, min(start + _LONGEST, len(run)) + 1))
