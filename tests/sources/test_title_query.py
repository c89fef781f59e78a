"""What is sent to arXiv's search for a title."""

from hypothesis import given
from hypothesis import strategies as st

from awesome_mm.sources.title_query import title_queries


def test_the_words_in_a_row_come_first() -> None:
    """First the words as they stand, in small letters and without marks; then the rarer ones, whichever a title has."""
    assert title_queries("Granary: Growing Data, AND $Fast$!") == (
        'ti:"granary growing data and fast"',
        "ti:granary OR ti:growing OR ti:fast",
    )


def test_a_single_word_is_asked_for_once() -> None:
    """Of one word there is no other query."""
    assert title_queries("Granary") == ('ti:"granary"',)


def test_common_words_alone_are_words_too() -> None:
    """A title of nothing but common words is looked for by them."""
    assert title_queries("Data for Models")[1] == "ti:data OR ti:for OR ti:models"


def test_nothing_is_asked_where_there_is_no_word() -> None:
    """Marks alone make no query."""
    assert title_queries("?!") == ()


@given(st.text())
def test_no_mark_of_a_title_reaches_the_search(title: str) -> None:
    """Whatever a title holds, quotes, brackets and colons of the query are ours."""
    for query in title_queries(title):
        assert query.count('"') in (0, 2)
        assert not set("()\\$+-*?") & set(query)
        assert len(query) < 4_000 or len(title) > 2_000
