"""Titles with LaTeX become readable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_mm.model.latex import readable


@pytest.mark.parametrize(
    ("title", "read"),
    [
        (r"{\'E}cluse: Making $10^6$ Pairs \textbf{Fast}", "Écluse: Making 10^6 Pairs Fast"),
        (r"na\"{\i}ve \c{c}a \v Zizek Erd\H{o}s", "naïve ça Žizek Erdős"),
        (r"$\alpha$-Data at 2$\times$", "alpha-Data at 2×"),
        (r"$\mathcal{O}(n)$ and 50\% of {Braces}", "O(n) and 50% of Braces"),
        (r"\AA ngstr\"om, \L{}\'od\'z, na\"\i ve, \k{a} and {\OE}uvre", "Ångström, Łódź, naïve, ą and Œuvre"),
        ("Plain: 数据", "Plain: 数据"),
        ("$$", "$$"),
    ],
)
def test_a_title_is_readable(title: str, read: str) -> None:
    """Accents are letters, styles are gone, a sign is itself or its name; nothing is left empty."""
    assert readable(title) == read


@given(st.text(alphabet="\\{}$'\"acHv ~^\u0301", max_size=30))
def test_any_title_can_be_read(title: str) -> None:
    """However broken the LaTeX, a text comes out, and no more of it."""
    assert readable(title) or not title
