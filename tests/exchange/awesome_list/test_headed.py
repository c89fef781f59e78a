"""Entries under headings, in foldings, and as paragraphs."""

from .lists import headings, names, only, order, read


def test_a_heading_for_each_work_over_a_folding() -> None:
    """The paper's field gives title and id, other fields the rest; the section above is the category."""
    draft = read("""
        # A list

        ## Reports

        > Only what is documented.

        ### Aqua Corp - Brook

        <details>
        <summary>Click to expand</summary>

        **Paper**: [Brook: Water at Scale](https://arxiv.org/abs/2401.00001)

        **Publication**: arXiv January 2024

        **Steps**:
        - collect
        - **filter** (twice)

        **✅ Data**:
        - [HuggingFace Dataset](https://huggingface.co/datasets/aqua/brook)
        - prompts are in the paper

        </details>

        ### Aqua Corp - River

        <details>
        <summary>Click to expand</summary>

        **Papers**:
        - [Rivers in Pictures (RiPi)](https://arxiv.org/abs/2401.00002)
        - [Better Rivers (RiPi-1.5)](https://arxiv.org/abs/2401.00003)

        </details>
        """)

    assert names(draft) == ["Brook", "RiPi", "RiPi-1.5"]
    assert headings(draft) == [("Reports", "")]
    brook = draft.entries[0]
    assert brook.title == "Brook: Water at Scale"
    assert brook.published == "2024-01"
    assert brook.links.data == ("https://huggingface.co/datasets/aqua/brook",)
    account = brook.account.said("en") if brook.account else ""
    assert account.startswith("**Aqua Corp - Brook**")
    assert "- **filter** (twice)" in account
    assert "details" not in account
    introduction = draft.categories["reports"].introduction
    assert introduction is not None
    assert introduction.en == "> Only what is documented."


def test_a_folding_whose_summary_is_the_title() -> None:
    """Its resources say where paper and code are."""
    draft = read("""
        # A list

        ## Insights

        ### Training

        <details>
        <summary><b>Otter: Learning to Dive</b> - what it takes</summary>

        **Resources**:
        - ✅ **Paper**: [arXiv:2401.00004](https://arxiv.org/abs/2401.00004)
        - ✅ **Code**: [GitHub - a/otter](https://github.com/a/otter)

        </details>
        """)

    entry = only(draft)
    assert (entry.name, entry.title) == ("Otter", "Otter: Learning to Dive")
    assert entry.links.by_kind() == {"arxiv": ("2401.00004",), "code": ("https://github.com/a/otter",)}
    assert headings(draft) == [("Insights", ""), ("Training", "Insights")]


def test_headings_that_are_links() -> None:
    """A heading that is a title's link heads a work, wherever its siblings are such."""
    draft = read("""
        # A list

        ## Methods

        ### [Heron: Standing Still](https://arxiv.org/abs/2401.00005)

        Ada Lovelace, Alan Turing

        [Code](https://github.com/a/heron)

        ### [Stork: Standing on One Leg](https://arxiv.org/abs/2401.00006)

        A long text.
        """)

    assert names(draft) == ["Heron", "Stork"]
    assert order(draft, "Methods") == ("heron", "stork")
    assert draft.entries[0].links.code == ("https://github.com/a/heron",)


def test_paragraphs_that_begin_with_a_linked_title() -> None:
    """Prose with links inside stays prose."""
    draft = read("""
        # A list

        ## Methods

        We follow [an older survey](https://arxiv.org/abs/2301.00001) here.

        **[Newt: In Cold Water](https://arxiv.org/abs/2401.00007)** Ada Lovelace, Alan Turing. ICCV 2031. [Code](https://github.com/a/newt)

        [Frog: In Warm Water](https://openreview.net/forum?id=aBc-12) ICLR 2031
        """)

    assert names(draft) == ["Newt", "Frog"]
    assert draft.entries[1].links.openreview == ("aBc-12",)
    introduction = draft.categories["methods"].introduction
    assert introduction is not None
    assert introduction.en == "We follow [an older survey](https://arxiv.org/abs/2301.00001) here."


def test_a_line_in_bold_heads_the_list_below_it() -> None:
    """So it is a category below its section."""
    draft = read("""
        # A list

        ## Architecture

        **Layers**

        1. **"Layers of Ice: A Title"**. *Ada Lovelace et al*. NeurIPS 2031. [[paper](http://arxiv.org/abs/2401.00008)]

        **Heads**

        1. **"Heads of Rivers: A Title"**. *Alan Turing et al*. NeurIPS 2031. [[paper](http://arxiv.org/abs/2401.00009)]
        """)

    assert headings(draft) == [("Architecture", ""), ("Layers", "Architecture"), ("Heads", "Architecture")]
    assert order(draft, "Heads") == ("heads-of-rivers",)


def test_a_heading_for_each_work_over_people_or_bare_links() -> None:
    """A linked heading over its authors, and a plain heading over links alone, are works."""
    draft = read("""
        # A list

        ## Headed

        #### [Water, Headed](https://arxiv.org/abs/2401.00019)
        *Ada Lovelace, Alan Turing* — CVPR 2031

        #### Headed Without a Link
        [[Paper]](https://arxiv.org/abs/2401.00020) [[Code]](https://github.com/c/chi)
        """)

    linked, plain = draft.entries
    assert (linked.title, linked.authors) == ("Water, Headed", ("Ada Lovelace", "Alan Turing"))
    assert plain.title == "Headed Without a Link"
    assert plain.links.by_kind() == {"arxiv": ("2401.00020",), "code": ("https://github.com/c/chi",)}


def test_paragraphs_of_labelled_lines() -> None:
    """One entry each, the title the first label; under a heading of its own as well as several under one."""
    draft = read("""
        # 一个列表

        ## 数据

        名称：长河
        论文：https://arxiv.org/abs/2401.00021

        名称：大海
        论文：https://arxiv.org/abs/2401.00022
        代码：https://github.com/a/sea
        """)

    assert names(draft) == ["长河", "大海"]
    assert [entry.links.arxiv for entry in draft.entries] == [("2401.00021",), ("2401.00022",)]
    assert draft.entries[1].links.code == ("https://github.com/a/sea",)


def test_a_title_in_bold_below_a_name() -> None:
    """So a heading over the title, and links on a line of their own, is a work; its own headings and fields are part of it."""
    draft = read("""
        # A list

        ## Methods

        ### Egret

        **Egret: Standing in Water**

        [arXiv](https://arxiv.org/abs/2401.00023) · [Egret models](https://huggingface.co/a/egret)

        It stands.

        - **Title:** Egret
        - **Record:** arXiv 2401.00023, seen

        #### Steps

        - **1 Stand**: still, arXiv:2401.00024

        ## Contributing

        [Contact](https://a.example.org) [Paper](https://arxiv.org/abs/2401.00025)
        """)

    entry = only(draft)
    assert (entry.name, entry.title, entry.categories) == ("Egret", "Egret: Standing in Water", ("methods",))
    assert entry.links.by_kind() == {"arxiv": ("2401.00023",), "model": ("https://huggingface.co/a/egret",)}
    assert entry.account is not None
    assert "#### Steps" in (entry.account.en or "")


def test_people_stand_between_a_heading_and_its_badges() -> None:
    """Lines of people and venue are read; numbering and a venue in brackets are no part of the title; foldings keep their words."""
    badge = "[![arXiv](https://img.shields.io/badge/arXiv-2401.00026-b31b1b)](https://arxiv.org/abs/2401.00026)"
    draft = read(f"""
        # A list

        ## Methods

        ### 1. Crane: A Bird (CVPR 2031)

        **Authors**: Ada Lovelace, Alan Turing

        {badge}

        <details>
        <summary>Our honest opinion</summary>
        It stands.
        </details>

        ### 2. Ibis: Another Bird

        **Ada Lovelace, Alan Turing** (2031)

        <details><summary>Links</summary>

        * arXiv: [2401.00027](https://arxiv.org/abs/2401.00027)
        * GitHub: [a/ibis](https://github.com/a/ibis)

        </details>
        """)

    crane, ibis = draft.entries
    assert (crane.title, crane.authors, crane.links.arxiv) == ("Crane: A Bird", ("Ada Lovelace", "Alan Turing"), ("2401.00026",))
    assert crane.venue is not None
    assert (crane.venue.name, crane.venue.year) == ("CVPR", 2031)
    assert crane.account is not None
    assert "**Our honest opinion**\n\nIt stands." in (crane.account.en or "")
    assert (ibis.title, ibis.links.by_kind()) == (
        "Ibis: Another Bird",
        {"arxiv": ("2401.00027",), "code": ("https://github.com/a/ibis",)},
    )


def test_paragraphs_that_are_references() -> None:
    """Title, people and venue in plain words, with links that say what they are at the end; words around links are prose."""
    draft = read("""
        # A list

        ## Methods

        Toad: In Deep Water. Ada Lovelace, Alan Turing. 2031. [[paper]](https://arxiv.org/abs/2401.00028) [[code]](https://github.com/a/toad)

        We follow Ada Lovelace, Alan Turing, see their [paper](https://arxiv.org/abs/2301.00002) first.
        """)

    entry = only(draft)
    assert (entry.title, entry.authors) == ("Toad: In Deep Water", ("Ada Lovelace", "Alan Turing"))
