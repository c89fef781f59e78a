"""Which texts are the languages of one list."""

from awesome_mm.exchange.awesome_list import read_as_written
from awesome_mm.exchange.document import Document

WORKS = [f"- [Work {number}: Making Data](https://arxiv.org/abs/2501.0000{number})" for number in range(1, 6)]


def document(path: str, heading: str, *numbers: int) -> Document:
    """Return a list of the works with these numbers."""
    return Document(path, f"## {heading}\n\n" + "\n".join(WORKS[number] for number in numbers) + "\n")


def grouped(*documents: Document) -> list[list[str]]:
    """Return the paths of the texts of each list."""
    return [[text.path for text in one.texts] for one in read_as_written(documents)]


def test_two_languages_with_the_same_works_are_one_list() -> None:
    """A Chinese and an English text that share most works are one list, whichever comes first."""
    english, chinese = document("en.md", "Methods", 0, 1, 2, 3), document("zh.md", "方法", 0, 1, 2)

    assert grouped(english, chinese) == [["en.md", "zh.md"]]
    assert grouped(chinese, english) == [["zh.md", "en.md"]]


def test_other_lists_stay_by_themselves() -> None:
    """Texts of one language, and those of two that share little, are lists by themselves."""
    english, other, chinese = (
        document("en.md", "Methods", 0, 1, 2),
        document("other.md", "Papers", 0, 1, 2),
        document("zh.md", "方法", 3, 4, 0),
    )

    assert grouped(english, other, chinese) == [["en.md"], ["other.md"], ["zh.md"]]


def test_a_work_appears_in_each_of_its_places_by_itself() -> None:
    """What a place says of a work is told apart from what others say, with language, line and section."""
    english = Document(
        "en.md",
        "## A\n\n- [Work 1: Making Data](https://arxiv.org/abs/2501.00001)\n\n## B\n\n- [Work 1: Making Data](https://x.org/1.pdf)\n",
    )

    (one,) = read_as_written([english])

    assert [(each.line, each.section, each.entry.links.by_kind()) for each in one.appearances] == [
        (3, "A", {"arxiv": ("2501.00001",)}),
        (7, "B", {"paper": ("https://x.org/1.pdf",)}),
    ]
    assert len({each.entry.id for each in one.appearances}) == 1
