"""Several texts as one list."""

from .lists import headings, names, order, read

ENGLISH = """
    # A list of water

    What water is.

    ## Methods

    ### Wet ones

    - **Pond** [(arXiv 2401.00001)](https://arxiv.org/abs/2401.00001)
      - **Idea**: make it wet

    ### Dry ones

    - **Dune** [(arXiv 2401.00002)](https://arxiv.org/abs/2401.00002)

    ## Datasets

    | Dataset | Link |
    |---|---|
    | Lake | [GitHub](https://github.com/a/lake) |

    ## Citation

    Cite us.
    """
CHINESE = """
    # 水的列表

    水是什么。

    ## 数据集

    | 数据集 | 链接 |
    |---|---|
    | Lake | [GitHub](https://github.com/a/lake) |

    ## 方法

    ### 湿的

    - **Pond** [(arXiv 2401.00001)](https://arxiv.org/abs/2401.00001)
      - **思路**：弄湿

    ### 干的

    - **Dune** [(arXiv 2401.00002)](https://arxiv.org/abs/2401.00002)

    ## 引用

    请引用。
    """


def test_two_languages_are_one_bilingual_list() -> None:
    """Sections are paired by their works, whatever their order; every text stands in both languages."""
    draft = read(ENGLISH, CHINESE)

    assert draft.title is not None
    assert draft.title.both == ("A list of water", "水的列表")
    assert [category.title.both for category in draft.categories.values()] == [
        ("Methods", "方法"),
        ("Wet ones", "湿的"),
        ("Dry ones", "干的"),
        ("Datasets", "数据集"),
    ]
    assert names(draft) == ["Pond", "Dune", "Lake"]
    pond = draft.entries[0]
    assert pond.account is not None
    assert all(pond.account.both)
    assert [section.text.both for section in draft.sections] == [("What water is.", "水是什么。"), ("Cite us.", "请引用。")]


def test_the_order_of_the_files_does_not_matter() -> None:
    """Ids are made of English headings, whichever file comes first."""
    assert read(CHINESE, ENGLISH).categories.keys() == read(ENGLISH, CHINESE).categories.keys()


def test_a_translated_name_is_an_alias() -> None:
    """Where two languages lead to one place under two names it is one work; two works of one language stay two."""
    english = """
        # A list

        ## Tools

        - [A kit for water](https://github.com/a/water): wet
        - [Fire](https://github.com/a/fire)
        - [More fire](https://github.com/a/fire)
        """
    chinese = """
        # 一个列表

        ## 工具

        - [水工具箱](https://github.com/a/water)：湿
        - [火](https://github.com/a/fire)
        """

    for texts in ((english, chinese), (chinese, english)):
        draft = read(*texts)
        assert names(draft) == ["A kit for water", "Fire", "More fire", "火"]
        water = draft.entries[0]
        assert water.aliases == ("水工具箱",)
        assert water.account is not None
        assert all(water.account.both)


def test_a_section_in_one_language_only_is_kept() -> None:
    """What only one language has is placed where it stands there."""
    draft = read(ENGLISH, CHINESE.replace("## 引用", "## 博客\n\n    - [Rain](https://rain.example.org/blog)\n\n    ## 引用"))

    assert names(draft) == ["Pond", "Dune", "Lake", "Rain"]
    assert order(draft, "博客") == ("rain",)


def test_pages_of_one_language_are_laid_over_each_other() -> None:
    """An index and the page of a category are one list: the page adds its texts to the entries of the index."""
    draft = read(
        """
        # A list of water

        ## Methods

        - [Pond: A Title](https://arxiv.org/abs/2401.00001)
        """,
        """
        # Methods

        ## Pond: A Title

        **Paper**: [Pond: A Title](https://arxiv.org/abs/2401.00001)

        All about it.
        """,
    )

    assert names(draft) == ["Pond"]
    assert headings(draft) == [("Methods", "")]
    assert "All about it." in (draft.entries[0].account.said("en") if draft.entries[0].account else "")


def test_a_text_with_more_prose_than_the_others() -> None:
    """What several texts say beside their works is all kept, in whatever number."""
    base = "# A list\n\n{}## Methods\n\n- [Pond: A Title](https://arxiv.org/abs/2401.00001)\n"
    other = "# 一个列表\n\n{}## 方法\n\n- [Pond: A Title](https://arxiv.org/abs/2401.00001)，用于水的方法\n"

    draft = read(base.format("Words.\n\n"), other.format("## 介绍\n\n一。\n\n## 关于\n\n二。\n\n"), other.format("三。\n\n"))

    assert [section.text.both for section in draft.sections] == [("Words.", "三。"), ("", "一。"), ("", "二。")]


def test_the_languages_of_an_entry() -> None:
    """Each entry says in which languages it stands, though both say the same of it."""
    draft = read(ENGLISH, CHINESE)

    assert draft.languages["lake"] == ("en", "zh")
    assert set(draft.languages) == {entry.id for entry in draft.entries}
