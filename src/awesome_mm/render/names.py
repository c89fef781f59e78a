"""How the files of a list are called.

Layer: render. Ids are slugs, so neither ``_zh`` nor ``_2`` can be the end of one: no two files get the same name.
"""

import hashlib
import re

_LONGEST = 80  # characters of an id in a name; file systems allow 255 bytes, links are to be read
OWN_NAME = re.compile(r"(?:(?:categories|index)/[a-z0-9][a-z0-9-]*|README)(?:_[0-9]+)?(?:_zh)?\.md")


def index_path(language: str, number: int = 1) -> str:
    """Return the path of the index, or of its part `number`."""
    return f"README{_ending(language, number)}"


def page_path(folder: str, category: str, language: str, number: int = 1) -> str:
    """Return the path of a category's page in `folder`, or of its part `number`."""
    short = (
        category if len(category) <= _LONGEST else f"{category[:_LONGEST].rstrip('-')}-{hashlib.sha256(category.encode()).hexdigest()[:8]}"
    )
    return f"{folder}/{short}{_ending(language, number)}"


def _ending(language: str, number: int) -> str:
    return f"{f'_{number}' if number > 1 else ''}{'_zh' if language == 'zh' else ''}.md"
