"""The search lines as one text."""

from hypothesis import given
from hypothesis import strategies as st

from awesome_mm.model.search_lines import SearchLines

lines_of_text = st.lists(st.text(alphabet="ab字节é\x1f", max_size=6), min_size=1, max_size=6)


@given(lines_of_text, st.text(alphabet="ab字节é\x1f", max_size=3))
def test_the_lines_that_hold_a_piece(lines: list[str], piece: str) -> None:
    """Exactly the lines that hold a piece are given, each once, with their number, in order; an empty piece is in all."""
    found = SearchLines.of("\n".join(lines).encode())

    assert list(found.holding(piece)) == [(number, line) for number, line in enumerate(lines) if piece in line]


@given(lines_of_text)
def test_all_lines_at_once(lines: list[str]) -> None:
    """Every line comes back as it was, in order; no text has no lines."""
    text = "\n".join(lines)

    assert SearchLines.of(text.encode()).all() == (lines if text else [])


@given(lines_of_text, st.text(alphabet="ab字节é\x1f", min_size=1, max_size=3))
def test_whether_any_line_holds_a_piece(lines: list[str], piece: str) -> None:
    """A piece is in the text when some line holds it; no piece reaches over a line's end."""
    assert (piece in SearchLines.of("\n".join(lines).encode())) == any(piece in line for line in lines)
