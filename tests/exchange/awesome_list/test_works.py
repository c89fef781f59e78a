"""One work in several places, several works under one id."""

from .lists import names, order, read


def test_a_work_in_two_sections_is_one_with_two_placements() -> None:
    """The first is where it is printed; what both places say is kept, each text once."""
    draft = read("""
        # A list

        ## Methods

        - [Pond: A Title](https://arxiv.org/abs/2401.00001) *Ada Lovelace, Alan Turing.*

        ## Datasets

        | Dataset | Size | Paper |
        |---|---|---|
        | Pond-2M | 2 M | [Pond: A Title](https://arxiv.org/pdf/2401.00001v3) |
        """)

    pond = draft.entries[0]
    assert names(draft) == ["Pond-2M"]
    assert pond.categories == ("methods", "datasets")
    assert (pond.kind.value, [kind.value for kind in pond.also]) == ("method", ["dataset"])
    assert pond.aliases == ("Pond",)
    assert pond.links.arxiv == ("2401.00001",)
    assert pond.account is not None
    assert "\n\n---\n\n" in (pond.account.en or "")


def test_a_row_that_only_points_to_another_section_is_that_work() -> None:
    """A name with the size of a dataset behind it is known by the name without."""
    draft = read("""
        # A list

        ## Methods

        - **Reed** [(arXiv 2401.00002)](https://arxiv.org/abs/2401.00002)

        ## Datasets

        | Dataset | Cross-Reference |
        |---|---|
        | **Reed-6M** | See [Methods](#methods) |
        """)

    assert names(draft) == ["Reed"]
    assert order(draft, "Datasets") == ("reed",)


def test_an_id_that_belongs_to_another_paper_makes_no_one_work() -> None:
    """Two entries that share an id and nothing else stay two."""
    draft = read("""
        # A list

        ## Methods

        - [Reed: Grass in Wind](https://arxiv.org/abs/2401.00003)

        ## Datasets

        - [Basalt: Stones of the World](https://arxiv.org/abs/2401.00003)
        """)

    assert names(draft) == ["Reed", "Basalt"]


def test_two_names_in_one_table_are_two_works() -> None:
    """A paper with two datasets has a row, and an entry, for each."""
    draft = read("""
        # A list

        ## Datasets

        | Name | Paper |
        |---|---|
        | Reed-QA | [Asking Reeds: A Title](https://arxiv.org/abs/2401.00004) |
        | Rush-QA | [Asking Reeds: A Title](https://arxiv.org/abs/2401.00004) |
        """)

    assert names(draft) == ["Reed-QA", "Rush-QA"]


def test_names_that_share_a_word_in_brackets_are_two() -> None:
    """So are works of one name with other papers."""
    draft = read("""
        # A list

        ## Models

        - [LawPond (獬豸)](https://github.com/a/lawpond)
        - [Agent](https://arxiv.org/abs/2401.00005)

        ## Benchmarks

        - [Xie (獬豸)](https://github.com/b/xie)
        - [Agent](https://arxiv.org/abs/2401.00006)
        """)

    assert names(draft) == ["LawPond (獬豸)", "Agent", "Xie (獬豸)", "Agent"]
    assert len({entry.id for entry in draft.entries}) == 4


def test_two_repositories_of_one_name_are_two_works() -> None:
    """A model and a dataset may be called alike; one that has no repository elsewhere is the same."""
    draft = read("""
        # A list

        ## Models

        - [Otter](https://github.com/a/otter) - a model
        - [Stoat](https://github.com/a/stoat) - a model

        ## Datasets

        - [Otter](https://github.com/b/otter-data) - a dataset
        - [Stoat](https://arxiv.org/abs/2401.00031) - also a dataset
        """)

    assert [(entry.name, entry.links.code) for entry in draft.entries] == [
        ("Otter", ("https://github.com/a/otter",)),
        ("Stoat", ("https://github.com/a/stoat",)),
        ("Otter", ("https://github.com/b/otter-data",)),
    ]
