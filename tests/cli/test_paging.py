"""Tests of ``--limit``, ``--offset`` and ``next``, and of what is said beside rows."""

import json

import pytest

from tests.commands import call


def ids(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[list[str], int | None]:
    """Return the ids of an answer, and where it says to go on."""
    answer = json.loads(call(capsys, *arguments, "--json").out)
    return [entry["id"] for entry in answer["entries"]], answer["next"]


@pytest.mark.parametrize("command", [("list", "--sort", "name"), ("search", "data")])
def test_next_leads_through_the_whole_answer(command: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """Pages that follow `next` hold every entry once, in the order of the whole."""
    whole, _ = ids(capsys, *command, "--limit", "1000")
    pages: list[str] = []
    following: int | None = 0

    while following is not None:
        page, following = ids(capsys, *command, "--limit", "7", "--offset", str(following))
        pages += page

    assert pages == whole


def test_an_offset_past_the_end_gives_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """What lies behind the last entry is an empty page, not an error."""
    assert ids(capsys, "list", "--offset", "1000") == ([], None)


def test_rows_leave_the_remark_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    """A search that finds nothing prints its header, and says on standard error that it found nothing and what is near."""
    outcome = call(capsys, "search", "refeditt zebra", "--format", "tsv")

    assert outcome.code == 0
    assert len(outcome.out.splitlines()) == 1
    assert outcome.err.startswith("Nothing found for 'refeditt zebra' (catalog of ")


@pytest.mark.parametrize("chosen", ["json", "table", "markdown"])
def test_an_answer_with_room_says_it_itself(chosen: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Formats that can say that nothing was found leave standard error alone."""
    assert call(capsys, "search", "zebra crossing", "--format", chosen).err == ""
