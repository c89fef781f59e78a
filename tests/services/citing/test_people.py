"""Whether two names are one person's, and how lists of authors differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_mm.services.citing.people import Differing, are_same, differing

KNOWN = ("Letian Zhang", "Quan Cui", "Bingchen Zhao", "Cheng Yang")


@pytest.mark.parametrize(
    ("cited", "known"),
    [
        ("L. Zhang", "Letian Zhang"),
        ("Zhang Letian", "Letian Zhang"),
        ("Zhang", "Letian Zhang"),
        ("T.-E. Lin", "Ting-En Lin"),
        ("Tingen Lin", "Ting-En Lin"),
        ("Lin TE", "Ting-En Lin"),
        ("Guido Vanderberg", "Guido van der Berg"),
        ("G. Berg", "Guido van der Berg"),
        ("Jan Mueller", "Jan Müller"),
        ("Jan Muller", "Jan Müller"),
        ("Hugo Laurencon", "Hugo Laurençon"),
        ("Lukasz Kaiser", "Łukasz Kaiser"),
        ("Wei Lyu", "Wei Lü"),
        ("Mike Zeng", "Michael Zeng"),
        ("Aleksandr Ivanov", "Alexander Ivanov"),
        ("Y. J. Lee", "Yong Jae Lee"),
        ("Yong-Jae Lee", "Yong Jae Lee"),
        ("J. Smith Jr.", "John Smith"),
        ("Conor O'Brien", "Conor OBrien"),
    ],
)
def test_one_person_under_two_names(cited: str, known: str) -> None:
    """Initials, order, hyphens, accents and short forms make nobody another person, from whichever side."""
    assert are_same(cited, known)
    assert are_same(known, cited)


@pytest.mark.parametrize(
    ("cited", "known"),
    [
        ("Letian Wang", "Letian Zhang"),
        ("Haotian Liu", "Ziwei Liu"),
        ("Ting Zhang", "Tong Zhang"),
        ("B. Li", "Chunyuan Li"),
        ("Bo Li", "Bin Li"),
    ],
)
def test_two_people(cited: str, known: str) -> None:
    """Another family name, other initials, or another full given name is another person."""
    assert not are_same(cited, known)
    assert not are_same(known, cited)


@pytest.mark.parametrize(
    ("cited", "are_all", "expected"),
    [
        (("Letian Zhang", "Quan Cui", "Bingchen Zhao", "Cheng Yang"), True, Differing("", (), ())),
        (("L. Zhang", "C. Yang"), False, Differing("", (), ())),
        (("Zhang",), False, Differing("", (), ())),
        (("Letian Zhang", "Quan Cui"), True, Differing("", (), ("Bingchen Zhao", "Cheng Yang"))),
        (("Quan Cui", "Letian Zhang"), False, Differing("Quan Cui", (), ())),
        (("Letian Zhang", "Eve Evans"), False, Differing("", ("Eve Evans",), ())),
        (("Eve Evans",), False, Differing("Eve Evans", (), ())),
        (("张乐天",), True, Differing("", (), ())),
        (("ByteDance",), True, Differing("", (), ())),
        (("The Oasis Team",), True, Differing("", (), ())),
        ((), True, Differing("", (), ())),
    ],
)
def test_how_a_list_differs(cited: tuple[str, ...], are_all: bool, expected: Differing) -> None:
    """Who comes first, who is none of the authors, and who is missing where all are named; groups and other scripts are passed over."""
    assert differing(cited, KNOWN, are_all=are_all, are_all_known=True) == expected


def test_a_list_that_is_known_in_part() -> None:
    """Of authors of whom only some are known nobody is foreign; those who are known must be there where all are named."""
    assert differing(("Eve Evans", "Letian Zhang"), KNOWN[:1], are_all=True, are_all_known=False).is_none
    assert differing(("Eve Evans",), KNOWN[:1], are_all=True, are_all_known=False).missing == ("Letian Zhang",)
    assert differing(("Eve Evans",), KNOWN[:1], are_all=False, are_all_known=False).is_none


def test_namesakes_are_two() -> None:
    """Two authors of one family name are both found, and one that is cited twice leaves the other missing."""
    known = ("Haonan Zhang", "Wei Li", "Hao Zhang")

    assert differing(("H. Zhang", "W. Li", "H. Zhang"), known, are_all=True, are_all_known=True).is_none
    assert differing(("H. Zhang", "W. Li"), known, are_all=True, are_all_known=True).missing == ("Hao Zhang",)


@given(st.lists(st.text(max_size=30), max_size=6))
def test_any_list_is_itself(names: list[str]) -> None:
    """Whatever people are called, a list does not differ from itself."""
    assert differing(names, names, are_all=True, are_all_known=True).first == ""


@pytest.mark.parametrize(
    ("cited", "known", "is_same"),
    [
        ("Hao Liu", "Haotian Liu", False),
        ("H. Liu", "Haotian Liu", True),
        ("Dan Smith", "Daniel Smith", True),
        ("Chris Smith", "Christopher Smith", True),
        ("Haotian Liu", "Haotian Liu", True),
    ],
)
def test_a_beginning_of_a_name(cited: str, known: str, is_same: bool) -> None:
    """Initials and short forms stand for a name; a Chinese name that begins another is another person's."""
    assert are_same(cited, known) == is_same
