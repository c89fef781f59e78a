"""Entries in pipe tables and HTML tables."""

from .lists import headings, names, only, order, read, read_section


def test_a_row_with_a_linked_title_is_an_entry() -> None:
    """Title, venue with year, arXiv id and code come out of their columns."""
    draft = read_section("""
        | Publication | Paper Title | Code/Project |
        |:--:|:--|--|
        | ICLR 2031 | [Glass Pipes: Drawing Water with Words](https://arxiv.org/abs/2401.00001v2) | [Code](https://github.com/a/pipes) |
        """)

    entry = only(draft)
    assert entry.name == "Glass Pipes"
    assert entry.title == "Glass Pipes: Drawing Water with Words"
    assert entry.venue is not None
    assert (entry.venue.name, entry.venue.year) == ("ICLR", 2031)
    assert entry.links.by_kind() == {"arxiv": ("2401.00001",), "code": ("https://github.com/a/pipes",)}
    assert entry.categories == ("methods",)


def test_a_name_column_names_what_the_title_column_titles() -> None:
    """The name is the list's own, and the badge beside the title tells of the repository."""
    badge = "![Stars](https://img.shields.io/github/stars/a/b?style=social)"
    paper = "https://arxiv.org/pdf/2401.00002"
    draft = read_section(f"""
        | Name | Title | Venue | Date | Code | Demo |
        |---|---|---|---|---|---|
        | [Pipe-7](https://p.example.org) | [Water Through Glass]({paper}) {badge} | - | 2024/01/03 | [demo](https://hf.co/spaces/a) | - |
        """)

    entry = only(draft)
    assert (entry.name, entry.title, entry.published) == ("Pipe-7", "Water Through Glass", "2024-01-03")
    assert entry.venue is None
    assert entry.links.code == ("https://github.com/a/b",)
    assert entry.links.page == ("https://p.example.org", "https://hf.co/spaces/a")


def test_a_wide_table_keeps_every_cell() -> None:
    """What no field holds, and what stands beyond the last heading, is in the entry's own text."""
    draft = read_section("""
        | Dataset | Modality | Size | Licence |
        |---|---|---|---|
        | [Puddles](https://puddles.example.org) [[paper]](https://arxiv.org/abs/2401.00003) | Image-Text | 3 K images | CC0 | beyond |
        """)

    entry = only(draft)
    assert entry.account is not None
    assert entry.account.en == (
        "- **Dataset:** [Puddles](https://puddles.example.org) [[paper]](https://arxiv.org/abs/2401.00003)\n"
        "- **Modality:** Image-Text\n- **Size:** 3 K images\n- **Licence:** CC0\n- beyond"
    )
    assert entry.links.data == ("https://puddles.example.org",)


def test_a_cell_holds_badge_title_and_authors() -> None:
    """A badge gives the venue and the code, a line behind the title the authors."""
    star = "[![Star](https://img.shields.io/github/stars/a/b.svg)](https://github.com/a/b)"
    venue = "[![Publish](https://img.shields.io/badge/Conference-ICML'31%20Findings-blue)]()"
    title = "[Slow Rivers: A Study](https://arxiv.org/abs/2401.00004)"
    draft = read_section(f"""
        | Title & Authors | Introduction | Links |
        |:--|:--:|:--:|
        |{star}{venue}<br>{title} <br> Ada Lovelace, Alan M. Turing | |[Paper](https://arxiv.org/abs/2401.00004)|[//]: #07/21
        """)

    entry = only(draft)
    assert entry.title == "Slow Rivers: A Study"
    assert entry.authors == ("Ada Lovelace", "Alan M. Turing")
    assert entry.venue is not None
    assert (entry.venue.name, entry.venue.year, entry.venue.track) == ("ICML", 2031, "Findings")
    assert entry.links.by_kind() == {"arxiv": ("2401.00004",), "code": ("https://github.com/a/b",)}


def test_titles_without_links_are_entries_where_the_column_says_title() -> None:
    """A question mark ends no title."""
    draft = read_section("""
        | Title | Tags |
        |---|---|
        | Why Wet? Answers from a Pond | ![](https://img.shields.io/badge/Wet-blue) |
        | Ponds at Dawn | ![](https://img.shields.io/badge/Dry-blue) || 3.2 |
        """)

    assert [entry.title for entry in draft.entries] == ["Why Wet? Answers from a Pond", "Ponds at Dawn"]


def test_a_table_of_something_else_stays_prose() -> None:
    """Neither a log of versions nor a legend of tags holds works; nothing of them is lost."""
    draft = read("""
        # A list

        ## Tags

        | Section Title | Tag |
        |---|---|
        | Wet things | ![](https://img.shields.io/badge/Wet-blue) |

        ## Methods

        - [Pond: A Title](https://arxiv.org/abs/2401.00005)
        """)

    assert names(draft) == ["Pond"]
    assert "Wet things" in draft.sections[0].text.said("en")


def test_spanning_cells_of_an_html_table_are_categories() -> None:
    """A cell over several rows heads them, one beside it a row alone; rows without a link are entries too."""
    draft = read("""
        # A list

        ## Models

        <table>
        <thead>
          <tr><th rowspan="2">Category</th><th rowspan="2">model</th><th rowspan="2">Release Time</th><th rowspan="2">Link</th></tr>
          <tr></tr>
        </thead>
        <tbody>
          <tr><td rowspan="2">Open <br>ones</td><td>Brook</td><td>2021/03</td><td><a href="https://arxiv.org/abs/2103.00001">Paper</a></td></tr>

          <tr><td>Creek</td><td>2022/11</td><td><a href="https://github.com/a/creek">GitHub</a></td></tr>
          <tr><td rowspan="2">Closed ones</td><td>Dam</td><td>2023/01</td><td>-</td></tr>
          <tr><td>Weir</td><td>2023/02</td><td></td></tr>
          <tr><td>Lone ones</td><td>Buoy</td><td>2023/02</td><td></td></tr>
        </tbody>
        </table>
        """)

    assert names(draft) == ["Brook", "Creek", "Dam", "Weir", "Buoy"]
    assert headings(draft) == [("Models", ""), ("Open ones", "Models"), ("Closed ones", "Models"), ("Lone ones", "Models")]
    assert order(draft, "Closed ones") == ("dam", "weir")
    assert draft.entries[0].published == "2021-03"


def test_a_row_that_names_nothing_is_reported_with_its_line() -> None:
    """A row without a title stands among the skipped."""
    draft = read_section("""
        | Title | Note |
        |---|---|
        | [Pond: A Title](https://arxiv.org/abs/2401.00006) | good |
        | | only a note |
        """)

    assert [(one.line, one.text, one.reason) for one in draft.skipped] == [(9, "only a note", "the row names no work")]


def test_a_publication_column_may_hold_the_titles() -> None:
    """The column's linked titles say more of what it holds than its heading does."""
    draft = read_section("""
        | Date | Name | Institute | Publication | Code |
        |---|---|---|---|---|
        | 24-05 | **Sigma** | Pond | [Water in a Table](https://arxiv.org/abs/2401.00017) <br> CVPR | [r](https://github.com/s/sigma) |
        """)

    entry = only(draft)
    assert (entry.name, entry.title, entry.published) == ("Sigma", "Water in a Table", "2024-05")
    assert entry.links.by_kind() == {"arxiv": ("2401.00017",), "code": ("https://github.com/s/sigma",)}


def test_a_cell_with_several_titles_is_several_entries() -> None:
    """Each with the other cells of the row; several links to one paper are one entry."""
    draft = read_section("""
        | Title | Venue |
        |---|---|
        | [Ebb: A Title](https://arxiv.org/abs/2401.00031)<br>[Flow: A Title](https://arxiv.org/abs/2401.00032) | ICML 2031 |
        | [Surf: A Title](https://arxiv.org/abs/2401.00033) [Code of it](https://github.com/a/surf) | Nature |
        """)

    assert names(draft) == ["Ebb", "Flow", "Surf"]
    assert [entry.venue and entry.venue.name for entry in draft.entries] == ["ICML", "ICML", "Nature"]
    assert draft.entries[2].links.by_kind() == {"arxiv": ("2401.00033",), "code": ("https://github.com/a/surf",)}


def test_a_column_of_papers_may_hold_titles_here_and_labels_there() -> None:
    """Each row is read for itself."""
    draft = read_section("""
        | Model | Size | Paper |
        |---|---|---|
        | Krill | 7B | [Krill: A Full Title](https://arxiv.org/abs/2401.00041) |
        | Shrimp | 7B | [paper](https://arxiv.org/abs/2401.00042) |
        """)

    assert [(entry.name, entry.title) for entry in draft.entries] == [("Krill", "Krill: A Full Title"), ("Shrimp", "Shrimp")]


def test_rows_with_two_works_side_by_side() -> None:
    """Heads that come again divide each row; a year beside a venue is the work's, which may be older than its conference."""
    draft = read_section("""
        | Paper | Venue | Year | Paper | Venue | Year |
        |---|---|---|---|---|---|
        | [Cod: A Title](https://arxiv.org/abs/2401.00051) | CVPR | 2031 | [Eel: A Title](https://arxiv.org/abs/2401.00052) | ICML | 2032 |
        | [Ray: A Title](https://arxiv.org/abs/2401.00053) | CVPR | 2031 | | | |
        """)

    assert names(draft) == ["Cod", "Eel", "Ray"]
    assert [(entry.venue and entry.venue.name, entry.published) for entry in draft.entries] == [
        ("CVPR", "2031"),
        ("ICML", "2032"),
        ("CVPR", "2031"),
    ]
