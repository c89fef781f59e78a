"""Whether a new entry may go into a catalog, and the draft by which it does."""

import pytest

from awesome_mm.errors import AlreadyListed, WrongUsage
from awesome_mm.model.mentions import Mention
from awesome_mm.services.adding import check_id, check_unlisted, check_unmentioned, draft_of
from tests.factories import make_catalog, make_method

CATALOG = make_catalog(make_method("alpha", links={"arxiv": ("9901.00001",), "code": ("https://github.com/a/alpha",)}))


def test_a_new_work_passes() -> None:
    """A work that shares nothing with an entry may be added, though its id is taken."""
    check_unlisted(CATALOG, make_method("alpha", name="New", title="Something New"))


def test_the_same_work_is_refused_with_what_to_do() -> None:
    """The entry that is there is named, by what it is the same, and how to add it all the same."""
    with pytest.raises(AlreadyListed, match=r"alpha has the same paper, https://arxiv.org/abs/9901.00001") as caught:
        check_unlisted(CATALOG, make_method("new", links={"arxiv": ("9901.00001",)}))

    assert "`awesome-mm show alpha`" in caught.value.fix
    assert "--duplicate" in caught.value.fix
    assert caught.value.exit_code == 1


def test_a_name_that_is_taken_may_be_another() -> None:
    """Where only the name is the same, another name is a way out."""
    with pytest.raises(AlreadyListed, match="the same name, 'Alpha'") as caught:
        check_unlisted(CATALOG, make_method("new", name="alpha", title="Something New"))

    assert "--name" in caught.value.fix


@pytest.mark.parametrize(
    ("kind", "value"),
    [("arxiv", "9901.00001"), ("code", "https://github.com/a/alpha"), ("title", "Alpha: a method for making data"), ("title", "alpha")],
)
def test_what_a_work_is_named_by_may_tell(kind: str, value: str) -> None:
    """An id, link, title or name that an entry has is known before anybody is asked."""
    with pytest.raises(AlreadyListed, match="alpha has"):
        check_unmentioned(CATALOG, Mention(kind=kind, value=value))


def test_a_mention_that_is_new_passes() -> None:
    """An id that no entry has is asked for."""
    check_unmentioned(CATALOG, Mention(kind="arxiv", value="9901.00002"))


@pytest.mark.parametrize(("entry_id", "said"), [("Alpha", "lower-case"), ("a--b", "lower-case"), ("", "lower-case"), ("alpha", "is taken")])
def test_an_id_must_be_one_and_free(entry_id: str, said: str) -> None:
    """What is not written as an id, or is an entry's, is refused."""
    with pytest.raises(WrongUsage, match=said):
        check_id(entry_id, CATALOG.ids)


def test_the_draft_puts_the_entry_last_in_its_categories() -> None:
    """The draft holds the entry, and the catalog's own categories with it as what is added to their order."""
    entry = make_method("new", categories=("text", "editing"))

    draft = draft_of(entry, CATALOG)

    assert draft.entries == (entry,)
    assert [(one, category.title.en, category.parent, category.order) for one, category in draft.categories.items()] == [
        ("text", "Text enhancement", "methods", ("new",)),
        ("editing", "Image editing", "methods", ("new",)),
    ]
