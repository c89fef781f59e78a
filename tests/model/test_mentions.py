"""What a work is named by is read as what it is, in every form in which people write it."""

import pytest

from awesome_mm.errors import WrongUsage
from awesome_mm.model.mentions import read_mention


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2503.08741", "2503.08741"),
        ("2503.08741v2", "2503.08741"),
        ("arXiv:2503.08741", "2503.08741"),
        ("２５０３．０８７４１", "2503.08741"),
        ("https://arxiv.org/abs/2503.08741v3", "2503.08741"),
        ("https://arxiv.org/pdf/2503.08741", "2503.08741"),
        ("https://arxiv.org/html/2503.08741v1#S2", "2503.08741"),
        ("https://huggingface.co/papers/2503.08741", "2503.08741"),
        ("10.48550/arXiv.2503.08741", "2503.08741"),
        ("https://doi.org/10.48550/ARXIV.2503.08741", "2503.08741"),
        ("HEP-TH/9901001v2", "hep-th/9901001"),
        ("Math.gt/0309136", "math.GT/0309136"),
    ],
)
def test_an_arxiv_id_in_any_form(text: str, value: str) -> None:
    """An arXiv id comes out bare, without version and in arXiv's own case."""
    mention = read_mention(text)

    assert (mention.kind, mention.value) == ("arxiv", value)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("10.5555/alpha.1", "doi", "10.5555/alpha.1"),
        ("doi:10.5555/alpha.1", "doi", "10.5555/alpha.1"),
        ("https://doi.org/10.5555/alpha.1", "doi", "10.5555/alpha.1"),
        ("https://openreview.net/forum?id=aBcD-12", "openreview", "aBcD-12"),
        ("https://github.com/example-lab/alpha/tree/main", "code", "https://github.com/example-lab/alpha"),
        ("github.com/example-lab/alpha.git", "code", "https://github.com/example-lab/alpha"),
        ("git@github.com:example-lab/alpha.git", "code", "https://github.com/example-lab/alpha"),
        ("https://huggingface.co/datasets/lab/alpha", "data", "https://huggingface.co/datasets/lab/alpha"),
        ("https://huggingface.co/lab/alpha", "model", "https://huggingface.co/lab/alpha"),
        ("https://github.com/example-lab", "page", "https://github.com/example-lab"),
        ("https://example.org/alpha", "page", "https://example.org/alpha"),
        ("Alpha", "title", "Alpha"),
        ("A/B tests for  data", "title", "A/B tests for data"),
        ("数据：一篇综述", "title", "数据：一篇综述"),
        ("1984", "title", "1984"),
    ],
)
def test_another_address_or_a_title(text: str, kind: str, value: str) -> None:
    """Whatever is no arXiv id is a link of its kind, or a title."""
    mention = read_mention(text)

    assert (mention.kind, mention.value) == (kind, value)


def test_a_title_is_harmless() -> None:
    """Control characters and direction marks are no part of a title."""
    assert read_mention("Al\x1b[31mpha\u202e one").value == "Al[31mpha one"


@pytest.mark.parametrize("text", ["2513.99999", "arXiv:2513.1", "2503.087", "9901001", "hep-th/990100", "https://arxiv.org/abs/alpha"])
def test_what_looks_like_an_id_and_is_none(text: str) -> None:
    """A mistyped arXiv id is told, rather than looked up as a title."""
    with pytest.raises(WrongUsage, match="is no arXiv id"):
        read_mention(text)


@pytest.mark.parametrize("text", ["", "  ", "...", "\u202e"])
def test_what_says_nothing(text: str) -> None:
    """A text without a letter or digit names no work."""
    with pytest.raises(WrongUsage, match="names no work"):
        read_mention(text)


@pytest.mark.parametrize("text", ["file:///etc/passwd", "ftp://example.org/a"])
def test_an_address_that_is_not_of_the_web(text: str) -> None:
    """An address of another scheme is told."""
    with pytest.raises(WrongUsage, match="no address of the web"):
        read_mention(text)
