"""The fields that `--fields` may name are those that records have."""

import json

import pytest

from awesome_mm.cli.fields import LISTED, split_fields
from awesome_mm.errors import WrongUsage
from awesome_mm.model.brief import brief_record
from awesome_mm.model.entry import Venue
from tests.commands import call
from tests.factories import make_figure, make_method


def test_the_fields_listed_are_those_of_a_record() -> None:
    """An entry that has everything has the fields that are written down, in their order."""
    entry = make_method(published="2024", added="2026-01-02", venue=Venue(name="ICCV", year=2025), figures=(make_figure(headline=True),))

    assert list(brief_record(entry)) == LISTED


@pytest.mark.parametrize(
    ("given", "paths"),
    [
        (None, ()),
        ([], ()),
        ([""], ()),
        ([" , "], ()),
        (["id,title"], ("id", "title")),
        (["id,id", "id"], ("id",)),
        (["id", " links.arxiv ,name"], ("id", "links.arxiv", "name")),
        (["ID", "Links.arXiv"], ("id", "links.arxiv")),
    ],
)
def test_fields_are_given_with_commas_or_one_by_one(given: list[str] | None, paths: tuple[str, ...]) -> None:
    """Names are split at commas, spaces and case do not count, and nothing stays nothing."""
    assert split_fields(given) == paths


def test_an_unknown_field_names_the_near_ones() -> None:
    """A field that no record has is wrong usage, and what was perhaps meant is named."""
    with pytest.raises(WrongUsage, match="--fields: 'titel' is not known") as caught:
        split_fields(["id,titel"])

    assert "title" in caught.value.fix


@pytest.mark.parametrize("command", [("list",), ("search", "oasis"), ("show", "oasis")])
def test_every_command_refuses_unknown_fields(command: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """`list`, `search` and `show` have exit code 2 for a field that does not exist."""
    assert call(capsys, *command, "--fields", "id,titel").code == 2


def test_show_knows_more_fields(capsys: pytest.CaptureFixture[str]) -> None:
    """A field that only a whole entry has may be asked of `show`."""
    outcome = call(capsys, "show", "oasis", "--fields", "id,stages", "--json")

    assert set(json.loads(outcome.out)["entries"][0]) == {"id", "stages"}


def test_search_knows_its_score(capsys: pytest.CaptureFixture[str]) -> None:
    """The score of a hit may be asked for by name."""
    outcome = call(capsys, "search", "oasis", "--fields", "id,score", "--json")

    assert set(json.loads(outcome.out)["entries"][0]) == {"id", "score"}
