"""Tests of which address opening a work means."""

import pytest

from awesome_mm.errors import LinkMissing
from awesome_mm.model.entry import Artifact, ArtifactKind, Dispute, Links, State
from awesome_mm.services.linking import Address, choose_addresses
from tests.factories import make_method, make_text


def test_the_paper_goes_first() -> None:
    """Without a kind the paper is meant, before code and data."""
    entry = make_method(links={"code": ("https://x.org/code",), "openreview": ("abc",)})

    assert choose_addresses(entry) == (Address(entry="alpha", kind="openreview", url="https://openreview.net/forum?id=abc"),)


def test_what_a_work_makes_is_its_own() -> None:
    """The links of artifacts count as the work's, each address once."""
    shared, own = "https://x.org/shared", "https://x.org/own"
    made = Artifact(id="set", name="Set", kind=ArtifactKind.DATASET, state=State.RELEASED, links=Links(data=(shared, own)))
    entry = make_method(links={"data": (shared,)}, artifacts=(made,))

    assert [one.url for one in choose_addresses(entry, ["data"])] == [shared, own]


def test_several_kinds_keep_their_order() -> None:
    """Addresses come kind after kind, as asked for."""
    entry = make_method(links={"code": ("https://x.org/code",), "data": ("https://x.org/data",)})

    assert [one.kind for one in choose_addresses(entry, ["data", "code"])] == ["data", "code"]


def test_a_kind_without_links_is_an_error_with_its_reason() -> None:
    """What is missing is said, with the kinds that there are and what is in dispute about it."""
    dispute = Dispute(field="links.code", listed="https://x.org/gone", reason=make_text("The repository is gone."))
    entry = make_method(links={"arxiv": ("2503.08741",)}, disputes=(dispute,))

    with pytest.raises(LinkMissing) as raised:
        choose_addresses(entry, ["code"])

    assert raised.value.fix == "Known: arxiv. The repository is gone."


def test_a_work_without_links() -> None:
    """A work that is nowhere says so."""
    with pytest.raises(LinkMissing, match="No link is known for Alpha"):
        choose_addresses(make_method())
