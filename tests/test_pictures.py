"""The README's pictures show what the tool prints; `make pictures` renews them."""

import html
import re
import runpy
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
MAKE: dict[str, Any] = runpy.run_path(str(FOLDER / "make.py"))
_ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
_SVG = "{http://www.w3.org/2000/svg}"


def said_in(picture: ET.Element) -> str:
    """Return the characters that a picture shows, without spaces and bars."""
    texts = (text.text or "" for text in picture.iter(f"{_SVG}text"))
    return re.sub(r"[\s█]", "", html.unescape("".join(texts)))


@pytest.mark.parametrize("name", MAKE["COMMANDS"])
def test_a_picture_shows_what_its_command_prints(name: str) -> None:
    """Light or dark, a picture says what a terminal of 100 columns says today."""
    command = MAKE["COMMANDS"][name]
    printed = re.sub(r"[\s█]", "", f"${command}{_ESCAPE.sub('', MAKE['printed'](command))}")

    for theme in MAKE["THEMES"]:
        assert said_in(ET.parse(FOLDER / f"{name}-{theme}.svg").getroot()) == printed


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.svg")), ids=lambda path: path.stem)
def test_a_picture_asks_nobody(path: Path) -> None:
    """A picture is used by a README, and holds neither a script nor an address from which something would be loaded."""
    text = path.read_text(encoding="utf-8")
    readmes = "".join((FOLDER.parent.parent / name).read_text(encoding="utf-8") for name in ("README.md", "README_zh.md"))

    assert f"docs/pictures/{path.name}" in readmes
    assert not re.search(r"<script|@import|url\((?!#)|href=", text)
