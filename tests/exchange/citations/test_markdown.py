"""What pages in Markdown cite, and where."""

import pytest

from awesome_mm.exchange.citations.markdown import read_page
from awesome_mm.model.citations import Form


def links(text: str) -> list[tuple[int, str, str]]:
    """Return line, what is read, and where it leads, of everything that is linked."""
    return [
        (one.line, one.title, next(value for values in one.links.by_kind().values() for value in values))
        for one in read_page("x", text).links
    ]


def keys(text: str) -> list[str]:
    """Return the keys in brackets."""
    return [use.key for use in read_page("x", text).uses]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[**Oasis**: One *Image*](https://arxiv.org/abs/2503.08741v2 'x')", [(1, "Oasis: One Image", "2503.08741")]),
        ("[a [b] c](https://doi.org/10.1000/a(1)b)", [(1, "a [b] c", "10.1000/a(1)b")]),
        ("[Oasis][o] and [o][]\n\n[o]: <https://arxiv.org/abs/2503.08741>", [(1, "Oasis", "2503.08741"), (1, "o", "2503.08741")]),
        ('<a class="x" href="https://arxiv.org/pdf/2503.08741">Oasis</a>', [(1, "Oasis", "2503.08741")]),
        ("[![arXiv](https://img.shields.io/a.svg)](https://arxiv.org/abs/2503.08741)", [(1, "", "2503.08741")]),
        ("see https://arxiv.org/abs/2503.08741. And <https://arxiv.org/abs/2503.08742>", [(1, "", "2503.08741"), (1, "", "2503.08742")]),
        ("arXiv:2503.08741v1 and arXiv: hep-th/9901001", [(1, "", "2503.08741"), (1, "", "hep-th/9901001")]),
        ("`[x](https://arxiv.org/abs/2503.08741)` ``arXiv:2503.08741``", []),
        ("```\narXiv:2503.08741\n```\n~~~~ x\n```\narXiv:2503.08741\n~~~~", []),
        ("<!-- arXiv:2503.08741\n-->\n<!-- never closed arXiv:2503.08742", [(3, "", "2503.08742")]),
        ("[here](#there), [mail](mailto:a@b.org), ![a picture](https://arxiv.org/abs/2503.08741)", []),
        ("2503.08741 by itself, and xarXiv:2503.08741", []),
    ],
)
def test_links(text: str, expected: list[tuple[int, str, str]]) -> None:
    """Links of every form are read with what they are called; code, comments, anchors and pictures are none."""
    assert links(text) == expected


def test_the_same_link_twice_is_one() -> None:
    """What says the same again is told by its further places."""
    [one, other] = read_page(
        "x.md", "[A](https://arxiv.org/abs/2503.08741)\n\n[A](https://arxiv.org/pdf/2503.08741)\narXiv:2503.08741\n"
    ).links

    assert (one.form, one.line, one.used) == (Form.LINK, 1, ("x.md:3",))
    assert (other.form, other.line) == (Form.MENTION, 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[@a; see @b, p. 3; -@c]", ["a", "b", "c"]),
        ("[@{a/b c}] [@a:b.c_d-e]. [see @x.]", ["a:b.c_d-e", "x"]),
        ("[@fig:one; @sec-two]", []),
        ("[@user](https://github.com/user) [@other]: x [me@example.org]", []),
        ("`[@a]`", []),
    ],
)
def test_keys(text: str, expected: list[str]) -> None:
    """Keys stand in brackets as pandoc has them; people, mail and cross-references are none."""
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("bibliography: refs.bib", ["refs.bib"]),
        ("title: x\nbibliography: [a.bib, 'b.json']\n", ["a.bib", "b.json"]),
        ('bibliography:\n  - a.bib\n  - "b.bib"\nlang: en', ["a.bib", "b.bib"]),
        ("nobibliography: x", []),
    ],
)
def test_bibliographies_of_the_head(head: str, names: list[str]) -> None:
    """The head of a page names its bibliographies in any form of YAML."""
    assert [one.name for one in read_page("x", f"---\n{head}\n---\n\ntext\n").bibliographies] == names


def test_a_head_is_at_the_beginning() -> None:
    """What stands between rulers further down is text."""
    assert read_page("x", "text\n\n---\nbibliography: refs.bib\n---\n").bibliographies == ()
