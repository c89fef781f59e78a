"""Entries in bulleted and numbered lists."""

from .lists import headings, names, only, order, read, read_section


def test_a_bullet_on_one_line() -> None:
    """A linked bold title, authors in italics, venue and year."""
    draft = read_section("""
        - [**Deep Wells: A Survey of Water.**](https://arxiv.org/abs/2401.00001) *Ada Lovelace, Alan Turing.* NeurIPS 2031.🔥
        """)

    entry = only(draft)
    assert entry.title == "Deep Wells: A Survey of Water"
    assert entry.authors == ("Ada Lovelace", "Alan Turing")
    assert entry.authors_complete
    assert entry.venue is not None
    assert (entry.venue.name, entry.venue.year) == ("NeurIPS", 2031)
    assert entry.kind.value == "survey"
    assert entry.published == "2024-01"
    assert entry.account is not None
    assert entry.account.en is not None
    assert entry.account.en.startswith("[**Deep Wells")


def test_badges_on_lines_of_their_own_are_links() -> None:
    """The target of a badge is a link of the entry; a date stands in brackets behind the title."""
    draft = read_section("""
        + [Clear Water: One Model](https://arxiv.org/abs/2401.00002) (June. 2025, arXiv)
          [![arXiv](https://img.shields.io/badge/arXiv-b31b1b.svg)](https://arxiv.org/abs/2401.00002)
          [![Star](https://img.shields.io/github/stars/a/clear.svg?style=social)](https://github.com/a/clear)
          [![Website](https://img.shields.io/badge/Website-9cf)](https://clear.github.io/demo/)
        """)

    entry = only(draft)
    assert entry.published == "2025-06"
    assert entry.links.by_kind() == {
        "arxiv": ("2401.00002",),
        "code": ("https://github.com/a/clear",),
        "project": ("https://clear.github.io/demo/",),
    }


def test_a_numbered_entry_names_then_titles() -> None:
    """An underlined name, a title in bold and quotes, one author and others."""
    draft = read_section("""
        1. <u>Spring-2</u>: **"Springs: Where Water Comes From"**. *Ada Lovelace et al.* ICLR 2031.
           [[Paper](http://arxiv.org/abs/2401.00003v1)] [[Checkpoint](https://huggingface.co/a/spring)]
        2. <u>Fountain</u>: [[Source](https://fountain.example.org/)]
        """)

    spring, fountain = draft.entries
    assert (spring.name, spring.title) == ("Spring-2", "Springs: Where Water Comes From")
    assert (spring.authors, spring.authors_complete) == (("Ada Lovelace",), False)
    assert spring.links.by_kind() == {"arxiv": ("2401.00003",), "model": ("https://huggingface.co/a/spring",)}
    assert (fountain.name, fountain.links.page) == ("Fountain", ("https://fountain.example.org/",))


def test_two_lines_of_a_numbered_entry() -> None:
    """The title stands in bold on the first line, people, venue and links on the second."""
    draft = read_section("""
        1. **Rain on Slate: Learning to Drip**
           Ada Lovelace, Alan Turing. CVPR 2031. [[pdf](https://arxiv.org/pdf/2401.00004.pdf)] [[code](https://github.com/a/rain)]
        """)

    entry = only(draft)
    assert entry.name == "Rain on Slate"
    assert entry.authors == ("Ada Lovelace", "Alan Turing")
    assert entry.links.by_kind() == {"arxiv": ("2401.00004",), "code": ("https://github.com/a/rain",)}


def test_a_year_is_made_exact_by_an_arxiv_id_of_that_year() -> None:
    """One of another year leaves it; a venue or a date in brackets behind a title is no part of it."""
    draft = read_section("""
        - [Haze (2024)](https://arxiv.org/abs/2405.00001)
        - [Mist](https://arxiv.org/abs/2405.00002), 2023
        - [Fog: A Title (ECCV 2031)](https://arxiv.org/abs/2405.00003)
        """)

    assert [entry.title for entry in draft.entries] == ["Haze", "Mist", "Fog: A Title"]
    assert [entry.published for entry in draft.entries] == ["2024-05", "2023", "2024-05"]
    assert [entry.venue and entry.venue.name for entry in draft.entries] == [None, None, "ECCV"]


def test_empty_lines_between_the_lines_of_an_entry() -> None:
    """People, venue and links are read behind them too; prose stays prose."""
    draft = read_section("""
        1. **[Hail on Slate: Learning to Knock](https://arxiv.org/abs/2401.00035)**

           *Ada Lovelace, Alan Turing*

           CVPR 2031 [[code](https://github.com/a/hail)]

           We compare with Sleet, Snow. ICLR 2030 had it.
        """)

    entry = only(draft)
    assert (entry.title, entry.authors) == ("Hail on Slate: Learning to Knock", ("Ada Lovelace", "Alan Turing"))
    assert entry.venue is not None
    assert (entry.venue.name, entry.venue.year) == ("CVPR", 2031)
    assert entry.links.by_kind() == {"arxiv": ("2401.00035",), "code": ("https://github.com/a/hail",)}
    assert entry.account is not None
    assert (entry.account.en or "").endswith("We compare with Sleet, Snow. ICLR 2030 had it.")


def test_nested_fields_say_more_of_their_entry() -> None:
    """Fields below a bold head are no entries; the whole text is kept, every word of it."""
    draft = read_section("""
        - **📄 Tarn** [(arXiv 2401.00005)](https://arxiv.org/abs/2401.00005) 🏷️ **[Method]** - **CVPR 2031**
          - **Method**: two steps
            - first **wet**, then dry
          - **Publication**: arXiv June 2024
          - **Open Source**: ✅ [Dataset](https://huggingface.co/datasets/a/tarn) | [Code](https://github.com/a/tarn)
          - **Inspired by**: Magma ([arXiv](https://arxiv.org/abs/2301.99999))
        """)

    entry = only(draft)
    assert (entry.name, entry.published) == ("Tarn", "2024-06")
    assert entry.links.arxiv == ("2401.00005",)
    assert entry.links.data == ("https://huggingface.co/datasets/a/tarn",)
    assert entry.links.code == ("https://github.com/a/tarn",)
    assert entry.account is not None
    assert "  - first **wet**, then dry" in (entry.account.en or "")


def test_heads_divided_by_pipes_with_nested_fields() -> None:
    """Title, venue and code stand side by side; ``Field: value`` lines follow."""
    draft = read_section("""
        - **[Moss: Green Data](https://arxiv.org/abs/2401.00006)** | **ACL 2031** | [Code](https://github.com/a/moss)
          - Authors: Ada Lovelace and Alan Turing
          - Data: https://huggingface.co/datasets/a/moss
        """)

    entry = only(draft)
    assert entry.authors == ("Ada Lovelace", "Alan Turing")
    assert entry.venue is not None
    assert entry.venue.name == "ACL"
    assert entry.links.data == ("https://huggingface.co/datasets/a/moss",)


def test_chinese_labels_and_bare_addresses() -> None:
    """Full-width colons divide labels from addresses that nobody made links of."""
    draft = read("""
        # 一个列表

        ## 数据集

        - **清泉**：图文数据
          - 论文：https://arxiv.org/abs/2401.00007
          - 代码：https://github.com/a/qingquan
          - 发布时间：2024年1月
        """)

    entry = only(draft)
    assert entry.name == "清泉"
    assert entry.id == "qingquan"
    assert entry.links.by_kind() == {"arxiv": ("2401.00007",), "code": ("https://github.com/a/qingquan",)}
    assert entry.published == "2024-01"
    assert entry.account is not None
    assert entry.account.en is None
    assert draft.categories[entry.categories[0]].title.zh == "数据集"
    assert entry.kind.value == "dataset"


def test_a_label_in_two_scripts_is_no_title() -> None:
    """``CVPR 2031论文`` says what the link is, as ``Paper (CVPR 2031)`` does."""
    draft = read_section("""
        - **Eddy** [(CVPR 2031论文)](https://openaccess.thecvf.com/x.html) | [GitHub代码](https://github.com/a/eddy)
        """)

    entry = only(draft)
    assert entry.title == "Eddy"
    assert entry.links.by_kind() == {"paper": ("https://openaccess.thecvf.com/x.html",), "code": ("https://github.com/a/eddy",)}


def test_a_bold_bullet_over_entries_is_a_category() -> None:
    """So is one in italics below a bold one that was not indented far enough."""
    draft = read_section("""
        - [Alone: At the Top](https://arxiv.org/abs/2401.00008)
        - **A. Wet ones**
          - [Wet: A Title](https://arxiv.org/abs/2401.00009)
        - **B. Others**
         - *Dry ones*
           - [Dry: A Title](https://arxiv.org/abs/2401.00010)
        """)

    assert headings(draft) == [("Methods", ""), ("Wet ones", "Methods"), ("Others", "Methods"), ("Dry ones", "Others")]
    assert order(draft, "Methods") == ("alone",)
    assert order(draft, "Dry ones") == ("dry",)


def test_titles_alone_are_entries_where_the_list_knows_them() -> None:
    """A list of titles in a folding places works that a table gives; a list of wishes places nothing."""
    draft = read("""
        # A list

        ## Papers

        | Title | Tags |
        |---|---|
        | Ponds: A First Title | wet |
        | Wells: A Second Title | wet |

        ## By section

        <details>
        <summary>Sec. 3.1 Wet data</summary>

        <details>
        <summary>Sec. 3.1.1 Deep</summary>
        - Wells: A Second Title
        </details>

        </details>

        ## What we want

        - more papers
        - less haste
        """)

    assert names(draft) == ["Ponds", "Wells"]
    assert order(draft, "Sec. 3.1.1 Deep") == ("wells",)
    assert "less haste" in draft.sections[-1].text.said("en")


def test_news_contents_and_people_are_no_entries() -> None:
    """Neither dated news with links, nor contents, nor thanks become entries; none of it but the contents is kept out."""
    draft = read("""
        # A list

        ## News

        - [2031/01/02] We added [Pond](https://github.com/a/pond).
        - [2031-01-03] Our [survey](https://arxiv.org/abs/2401.00001) is out.

        ## Contents

        - [Methods](#methods)
          - [Deep](#deep)

        ### Methods

        - [Pond: A Title](https://arxiv.org/abs/2401.00011)

        ## Acknowledgements

        - [A friend's list](https://github.com/b/awesome)
        """)

    assert names(draft) == ["Pond"]
    assert headings(draft) == [("Methods", "")]
    assert [section.title.said("en") if section.title else "" for section in draft.sections] == ["News", "Acknowledgements"]
    assert [section.after for section in draft.sections] == [False, True]


def test_headings_that_are_no_categories() -> None:
    """Contents go by what stands under a heading; a sentence is prose, whatever its level. A name over nothing is kept."""
    draft = read("""
        # A list

        ## All we have

        - [Methods](#methods)

        #### Please star it!!!

        ## Methods

        - [Pond: A Title](https://arxiv.org/abs/2401.00011)

        ## Datasets
        """)

    assert headings(draft) == [("Methods", ""), ("Datasets", "")]
    assert [section.text.said("en") for section in draft.sections] == ["#### Please star it!!!"]


def test_an_address_for_a_title_names_its_repository() -> None:
    """Who links an address under itself means what it leads to."""
    draft = read_section("- [https://github.com/a/awesome-water](https://github.com/a/awesome-water).🔥\n")

    assert only(draft).name == "awesome-water"


def test_what_stands_among_entries_and_names_none_is_reported() -> None:
    """A bullet between entries that leads nowhere is skipped with its line and its text."""
    draft = read_section("""
        - [Pond: A Title](https://arxiv.org/abs/2401.00012)
        - more to come
        """)

    assert [(one.path, one.line, one.text) for one in draft.skipped] == [("list.md", 7, "more to come")]


def test_what_stands_before_a_title_is_no_part_of_it() -> None:
    """A venue or month in brackets, a tag in code, and links of their own may all lead a bullet."""
    draft = read_section("""
        - (CVPR 2031) **Rays over Ponds** [[paper](https://arxiv.org/abs/2401.00002)]
        - [2024/05] [Small Waters](https://arxiv.org/abs/2401.00004), Ada Lovelace, Alan Turing
        - `ICLR'31` [With a Tag](https://arxiv.org/abs/2401.00009)
        - [[Paper](https://arxiv.org/abs/2401.00008)] [[Code](https://github.com/a/behind)] **Bold Behind Links**
        """)

    rays, small, tag, behind = draft.entries
    assert [entry.title for entry in draft.entries] == [
        "Rays over Ponds",
        "Small Waters",
        "With a Tag",
        "Bold Behind Links",
    ]
    assert rays.venue is not None
    assert (rays.venue.name, rays.venue.year) == ("CVPR", 2031)
    assert (small.published, small.authors) == ("2024-05", ("Ada Lovelace", "Alan Turing"))
    assert tag.venue is not None
    assert (tag.venue.name, tag.venue.year) == ("ICLR", 2031)
    assert behind.links.by_kind() == {"arxiv": ("2401.00008",), "code": ("https://github.com/a/behind",)}


def test_dates_before_titles_are_no_news() -> None:
    """Most bullets may begin with a date where a title stands behind it."""
    draft = read_section("""
        - 2031-01: [Wet Sand: A Title](https://arxiv.org/abs/2401.00021)
        - 2031-02: **[Dry Sand: A Title](https://arxiv.org/abs/2401.00022)**
        """)

    assert names(draft) == ["Wet Sand", "Dry Sand"]


def test_papers_below_an_entry_are_entries_of_their_own() -> None:
    """Other bullets below it say more of it, even where they link something."""
    draft = read_section("""
        - [Delta: Where Rivers End](https://arxiv.org/abs/2401.00023)
          - [Delta Two: Where Many Rivers End](https://arxiv.org/abs/2401.00024)
          - trained on [Silt](https://arxiv.org/abs/2301.00001), which is small
          - [Code](https://github.com/a/delta)
        """)

    assert [(entry.name, entry.links.arxiv) for entry in draft.entries] == [("Delta", ("2401.00023",)), ("Delta Two", ("2401.00024",))]
    assert draft.entries[0].links.code == ("https://github.com/a/delta",)


def test_every_part_of_a_bullet_may_have_a_label() -> None:
    """The title too, in either language."""
    draft = read_section("""
        - **Title:** Brook Data
          **Paper:** https://arxiv.org/abs/2401.00025
        - 论文标题：溪流
          - 论文：https://arxiv.org/abs/2401.00026
        """)

    assert [(entry.title, entry.links.arxiv) for entry in draft.entries] == [("Brook Data", ("2401.00025",)), ("溪流", ("2401.00026",))]


def test_an_id_may_stand_behind_a_title_as_text() -> None:
    """Where it says that it is arXiv's."""
    draft = read_section("""
        - [x] **Marsh: A Title**, arXiv:2401.00027v2
        - **Heath: A Title**, arXiv preprint arXiv:2401.00028
        - [Bog: A Title](https://bog.example.org), 2401.00029 words
        """)

    assert [entry.title for entry in draft.entries] == ["Marsh: A Title", "Heath: A Title", "Bog: A Title"]
    assert [entry.links.arxiv for entry in draft.entries] == [("2401.00027",), ("2401.00028",), ()]


def test_works_before_the_first_heading() -> None:
    """They stand in a category called like the list, which says nothing of their kind; links to no papers stay prose."""
    draft = read("""
        # Papers on data of lakes

        - [Homepage of lakes](https://lakes.example.org)

        ---

        - [Shores: A Title](https://arxiv.org/abs/2401.00030)
        - [Depths: A Title](https://arxiv.org/abs/2401.00031)

        ## Datasets

        - [Silver Lake: A Title](https://arxiv.org/abs/2401.00032)
        """)

    assert names(draft) == ["Shores", "Depths", "Silver Lake"]
    assert order(draft, "Papers on data of lakes") == ("shores", "depths")
    assert [entry.kind.value for entry in draft.entries] == ["method", "method", "dataset"]
    assert any("Homepage of lakes" in section.text.said("en") for section in draft.sections)


def test_a_heading_of_papers_and_datasets_promises_neither() -> None:
    """So the kind is left at the usual one."""
    draft = read("""
        # A list

        ## Papers and datasets

        - [Inlet: A Title](https://arxiv.org/abs/2401.00033)
        """)

    assert only(draft).kind.value == "method"


def test_badges_and_labels_tell_when_and_where() -> None:
    """A date in a badge is the date, its colour is none; a venue may stand in the label of a link."""
    badge = "![](https://img.shields.io/badge"
    draft = read_section(f"""
        - [Ford: A Title](https://ford.example.org) {badge}/Date-2031.03-1976d2)
        - [Weir: A Title](https://weir.example.org) {badge}/arXiv-2031--04--05-b31b1b.svg?style=flat)
        - [Lock: A Title](https://lock.example.org) {badge}/lock-1976d2)
        - **Mill: A Title** [(OpenReview ICLR 2031)](https://openreview.net/pdf?id=mill-1)
        - **Sluice: A Title** [Paper (NeurIPS 2031 D&B)](https://arxiv.org/abs/2401.00034)
        """)

    assert [entry.published for entry in draft.entries] == ["2031-03", "2031-04-05", None, None, "2024-01"]
    venue = draft.entries[4].venue
    assert draft.entries[3].venue is None
    assert venue is not None
    assert (venue.name, venue.year, venue.track) == ("NeurIPS", 2031, "Datasets and Benchmarks")


def test_pictures_and_prefixes_are_no_part_of_a_title() -> None:
    """Whatever stands in brackets before a linked title, a venue in italics, a date in code, a badge's words."""
    badge = "[![arXiv](https://img.shields.io/badge/arXiv-2401.00036-b31b1b)](https://arxiv.org/abs/2401.00036)"
    draft = read_section(f"""
        - Wave One: A Title {badge}
        - [Some Lab] [Wave Two: A Title](https://arxiv.org/abs/2401.00037)
        - (*CVPR 2031*) Wave Three: A Title. [[paper](https://arxiv.org/abs/2401.00038)]
        - `2031.07` Wave Four: A Title. [[paper](https://arxiv.org/abs/2401.00039)]
        - [2031年3月5日] [Wave Five: A Title](https://arxiv.org/abs/2401.00040)
        - [[CVPR 2031] Wave Six: A Title](https://arxiv.org/abs/2401.00041)
        - Wave Seven: A Title, CVPR 2031. [paper](https://arxiv.org/abs/2401.00042)
        - Wave Eight: A Title, arXiv:2401.00043
        - **Wave Nine: A Title**, <u>ICML</u>, 2031. [paper](https://arxiv.org/abs/2401.00044)
        """)

    numbers = "One Two Three Four Five Six Seven Eight Nine".split()
    assert [entry.title for entry in draft.entries] == [f"Wave {number}: A Title" for number in numbers]
    assert [entry.name for entry in draft.entries] == [f"Wave {number}" for number in numbers]
    assert [entry.published for entry in draft.entries][3:5] == ["2031-07", "2031-03-05"]
    assert [entry.venue and (entry.venue.name, entry.venue.year) for entry in draft.entries] == [
        *(None, None, ("CVPR", 2031), None, None, ("CVPR", 2031), ("CVPR", 2031), None, ("ICML", 2031)),
    ]


def test_bars_divide_a_bold_head() -> None:
    """Inside the bold or behind it: a name, a full title, and when or where."""
    draft = read_section("""
        - **Tide | A Full Title of It | 2031.01**
          - Paper: https://arxiv.org/abs/2401.00045
        - **Surge** | A Full Title of This | ICLR 2031 | [arXiv](https://arxiv.org/abs/2401.00046)
        - **Bore: A Full Title | CVPR 2031 | [Paper](https://arxiv.org/abs/2401.00047)**
        """)

    assert [(entry.name, entry.title) for entry in draft.entries] == [
        ("Tide", "A Full Title of It"),
        ("Surge", "A Full Title of This"),
        ("Bore", "Bore: A Full Title"),
    ]
    assert [entry.venue and entry.venue.name for entry in draft.entries] == [None, "ICLR", "CVPR"]
    assert draft.entries[0].published == "2031-01"


def test_a_plain_name_over_labels_is_an_entry() -> None:
    """So is a line of labels alone."""
    draft = read_section("""
        - 小溪：
          * 论文地址：https://arxiv.org/abs/2401.00048
          * 简介：一种方法。
        - 名称：大江 链接：https://river.example.org/ 发表时间：2024年9月
        """)

    assert [(entry.name, entry.links.arxiv, entry.links.page) for entry in draft.entries] == [
        ("小溪", ("2401.00048",), ()),
        ("大江", (), ("https://river.example.org/",)),
    ]
    assert draft.entries[1].published == "2024-09"


def test_references_without_links() -> None:
    """Titles with a venue, or with people and a date, are works where most of a list are; a lone remark is none."""
    draft = read_section("""
        - First Spring: A Title (ICML 2020)
        - *Second Spring: A Title*. NeurIPS 2019.
        - and many others
        """)

    assert [entry.title for entry in draft.entries] == ["First Spring: A Title", "Second Spring: A Title"]
    assert [one.text for one in draft.skipped] == ["and many others"]
    assert read_section("- Our paper was accepted by ICML 2020\n- and more\n").entries == ()


def test_a_folding_in_a_bullet_is_an_entry() -> None:
    """Its summary is the title."""
    draft = read_section("""
        - <details><summary>Rill: A Title</summary>

          [paper](https://arxiv.org/abs/2401.00049)

          It runs.
          </details>
        """)

    assert (only(draft).title, only(draft).links.arxiv) == ("Rill: A Title", ("2401.00049",))


def test_latest_papers_are_no_news() -> None:
    """Only what a heading says to be news is."""
    draft = read("""
        # A list

        ## Latest papers

        - [Fen: A Title](https://arxiv.org/abs/2401.00050)

        ## Latest news

        - [Fen Two: A Title](https://arxiv.org/abs/2401.00051)
        """)

    assert names(draft) == ["Fen"]


def test_kinds_are_guessed_carefully() -> None:
    """A heading of evaluation promises no benchmark; where headings say nothing a title may; others behind italics are not all."""
    draft = read_section("""
        - [DripBench: A Benchmark of Drips](https://arxiv.org/abs/2401.00052) *Ada Lovelace* et al.
        - [Drips: Learning Them](https://arxiv.org/abs/2401.00053) *Ada Lovelace, Alan Turing*
        """)
    evaluated = read("# A list\n\n## Capacity evaluation\n\n- [Drops: Counting Them](https://arxiv.org/abs/2401.00054)\n")

    assert [entry.kind.value for entry in (*draft.entries, *evaluated.entries)] == ["benchmark", "method", "method"]
    assert [entry.authors_complete for entry in draft.entries] == [False, True]


def test_authors_may_stand_before_the_title() -> None:
    """As they do in references."""
    draft = read_section("""
        - Ada Lovelace, Alan Turing. **Ripples: A Title.** In *CVPR*, 2031. [[Paper](https://arxiv.org/abs/2401.00055)]
        """)

    entry = only(draft)
    assert (entry.title, entry.authors) == ("Ripples: A Title", ("Ada Lovelace", "Alan Turing"))
    assert entry.venue is not None
    assert (entry.venue.name, entry.venue.year) == ("CVPR", 2031)
