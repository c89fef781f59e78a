"""Markdown that nobody wrote in good faith."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_mm.exchange.awesome_list import read_lists
from awesome_mm.exchange.document import Document
from awesome_mm.model.entry import Entry
from awesome_mm.store.decode import Faults, decode
from awesome_mm.store.encode import encode

_SECTION = "# T\n\n## S\n\n"
BOMBS = {
    "brackets": _SECTION + "- " + "[" * 1_000_000,
    "brackets on many lines": _SECTION + "\n".join("- " + "[" * 900 for _ in range(100)),
    "emphasis": _SECTION + "- " + "*a_ " * 20_000,
    "quotes in quotes": ">" * 100_000 + " x",
    "lists in lists": "\n".join("  " * depth + "- a" for depth in range(500)),
    "foldings in foldings": "<details><summary>a</summary>\n\n" * 20_000,
    "foldings on a line": _SECTION + "<details><summary>a</summary>" * 20_000,
    "lines of people": _SECTION + "- **A title** [p](https://arxiv.org/abs/2401.00001)\n" + "\n  Ada Lovelace, Alan Turing\n" * 5_000,
    "brackets in a title": _SECTION + "- [T of it " + "(" * 20_000 + "](https://a.example.org)\n- T of it " + "(" * 20_000,
    "summaries": "<details>" + "<summary>" * 50_000,
    "spanning cells": "<table><tr><th>Title</th></tr>" + '<tr><td rowspan="99999" colspan="99999">x</td></tr>' * 500 + "</table>",
    "comments": "# T\n\n" + "<!-- " * 50_000,
    "columns": _SECTION + "|" + " a |" * 5_000 + "\n|" + "---|" * 5_000 + "\n|" + " b |" * 5_000,
    "one id": _SECTION + "".join(f"- [Name {n} of{n} all{n}](https://arxiv.org/abs/2401.00001)\n" for n in range(500)),
    "one name": _SECTION + "".join(f"- [Agent](https://github.com/x/r{n})\n" for n in range(500)),
    "names": _SECTION + "- [T: w](https://arxiv.org/abs/2401.00001) *" + "Aa Bb, " * 10_000 + "*",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_read_to_its_end(name: str) -> None:
    """Neither depth nor width nor repetition ends in an error; the whole run's clock guards the time."""
    draft = read_lists([Document("bomb.md", BOMBS[name])])

    assert len(draft.entries) <= 500


def test_control_characters_and_marks_are_left_out() -> None:
    """No text of a draft carries what a terminal would obey or an eye not see."""
    text = f"{_SECTION}- [A\x1b]0;x\x07\u202eb: c](https://arxiv.org/abs/2401.00001) \x1b[31m*Ada Lovelace, Alan Turing*\n"
    entry = read_lists([Document("x.md", text)]).entries[0]

    said = (entry.name, entry.title, *entry.authors, *(entry.account.both if entry.account else ()))
    assert all(character.isprintable() for one in said for character in one.replace("\n", ""))


_WORDS = st.text(string.ascii_letters + string.digits + " -_*`#|[]()<>!&\\:.,;'\"水，：（）", max_size=30)
_LINES = st.one_of(
    _WORDS,
    st.builds("- {}".format, _WORDS),
    st.builds("  - **{}**: {}".format, _WORDS, _WORDS),
    st.builds("- [{}](https://arxiv.org/abs/2401.{:05d}) {}".format, _WORDS, st.integers(0, 99999), _WORDS),
    st.builds(
        "| [{}]({}) | {} |".format,
        _WORDS,
        st.sampled_from(["https://github.com/a/b", "#x", "", "https://arxiv.org/abs/2401.00001"]),
        _WORDS,
    ),
    st.sampled_from(
        ["", "| Title | Code |", "|---|---|", "## Methods", "### 方法", "# T", "<details>", "<summary>x</summary>", "</details>"]
    ),
    st.sampled_from(
        ["<table>", "<tr><td rowspan=2>a</td><td>b</td></tr>", "</table>", "**Bold**", "**Paper**: [a b](https://arxiv.org/abs/2401.00002)"]
    ),
)


@given(st.lists(_LINES, max_size=40))
def test_whatever_is_read_is_a_sound_entry(lines: list[str]) -> None:
    """Every entry of any text decodes as the catalog's own, has a place in a category's order, and an id of its own."""
    draft = read_lists([Document("x.md", "\n".join(lines))])

    ids = [entry.id for entry in draft.entries]
    assert len(set(ids)) == len(ids)
    for entry in draft.entries:
        faults = Faults()
        assert decode(Entry, encode(entry), (entry.id,), faults) == entry, faults.found
        assert all(entry.id in draft.categories[one].order for one in entry.categories)
    assert all(category.parent is None or category.parent in draft.categories for category in draft.categories.values())
