"""Ranking: which entries answer a query, and in which order."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_mm.model.catalog import Catalog
from awesome_mm.model.entry import Artifact, ArtifactKind, Entry, Kind, Note, State, Topic, Venue
from awesome_mm.model.facts import Role, UsedModel
from awesome_mm.model.taxonomy import Category, Organization, Sector
from awesome_mm.services.asking import ask
from awesome_mm.services.search import SearchResult, rank
from awesome_mm.services.selection import Selection
from tests.factories import make_catalog, make_method, make_stage, make_text, make_vocabularies

quick = settings(max_examples=60, deadline=None)
EVERYTHING = Selection()


def search(catalog: Catalog, query: str, selection: Selection = EVERYTHING, limit: int | None = None) -> SearchResult:
    """Return the whole answer."""
    return rank(catalog, ask(catalog, query, selection), limit)


def found(catalog: Catalog, query: str) -> list[str]:
    """Return the ids that answer `query`, best first."""
    return [hit.brief.id for hit in search(catalog, query).hits]


def make_artifact(name: str, **given: object) -> Artifact:
    """Return a released dataset."""
    return Artifact(id="made", name=name, kind=ArtifactKind.DATASET, state=State.RELEASED, **given)  # type: ignore[arg-type]


@pytest.fixture
def survey() -> Catalog:
    """Return a small survey: each entry is found in a way of its own."""
    return make_catalog(
        make_method("oasis", links={"arxiv": ("2503.08741",)}, organizations=("bytedance", "tongji"), authors=("Letian Zhang",)),
        make_method(
            "sharegpt4v",
            name="ShareGPT4V",
            title="Better Captions",
            categories=("text",),
            stages=(make_stage(models=(UsedModel(id="gpt-4v", role=Role.GENERATOR),)),),
        ),
        make_method("florence-2", name="Florence-2", title="A Unified Representation", artifacts=(make_artifact("FLD-5B"),)),
        make_method("r-cot", name="R-CoT", title="Reverse Reasoning", aliases=("逆向思维链", "RCoT"), categories=("text",)),
        make_method("textssr", name="TextSSR", title="Scene Text", summary=make_text("Renders words.", "渲染文字。"), categories=("text",)),
    )


def in_every_tier(*without: str) -> list[Entry]:
    """Return entries that hold `honey`, from the best tier to the worst, in the opposite of catalog order."""
    plain = {"categories": ("text",)}
    entries = [
        make_method("e-name", name="Honey", title="One", **plain),
        make_method("e-alias", name="Two", title="Two", aliases=("Honey",), **plain),
        make_method("e-title", name="Three", title="Honey", **plain),
        make_method("e-artifact", name="Four", title="Four", artifacts=(make_artifact("Honey"),), **plain),
        make_method("e-prefix", name="Honeycomb", title="Five", **plain),
        make_method("e-word", name="Wild Honey", title="Six", **plain),
        make_method("e-inside", name="Wildhoney", title="Seven", **plain),
        make_method("e-text", name="Eight", title="Eight", summary="Makes honey.", **plain),
    ]
    return [entry for entry in reversed(entries) if entry.id not in without]


def test_tiers_stand_in_order() -> None:
    """A name goes before an alias, that before a title, an artifact, a name begun, a word of it, a part of a word and a text."""
    catalog = make_catalog(*in_every_tier())

    assert found(catalog, "honey") == ["e-name", "e-alias", "e-title", "e-artifact", "e-prefix", "e-word", "e-inside", "e-text"]


def test_scores_fall_from_a_hundred() -> None:
    """The exact name scores 100, and no two tiers the same."""
    scores = [hit.score for hit in search(make_catalog(*in_every_tier()), "honey").hits]

    assert scores[0] == 100
    assert scores == sorted(set(scores), reverse=True)
    assert scores[-1] > 0


def test_the_misspelt_are_found_when_nobody_wrote_it() -> None:
    """A misspelt query finds what was meant, in the same order, for less."""
    catalog = make_catalog(*in_every_tier())

    assert found(catalog, "hoeny")[0] == "e-name"
    assert search(catalog, "hoeny").hits[0].score < search(catalog, "honey").hits[0].score


def test_what_is_written_somewhere_is_not_misspelt() -> None:
    """As long as something matches as written, nothing is read as a mistake."""
    catalog = make_catalog(make_method("honey"), make_method("homey"))

    assert found(catalog, "homey") == ["homey"]


def test_every_word_must_be_covered(survey: Catalog) -> None:
    """An entry that lacks one of the words is no answer."""
    assert found(survey, "oasis bytedance") == ["oasis"]
    assert found(survey, "oasis microsoft") == []


LONG = "scored captions about honey from rare quartz"


def long_query_catalog() -> Catalog:
    """Return a catalog in which one entry holds all words of `LONG` but one, and others fewer."""
    return make_catalog(
        make_method("most", title="Captions about Honey", summary="From quartz, scored."),
        make_method("some", title="Captions about Honey"),
        make_method("one", title="Captions"),
        *(make_method(f"caption-{number}", title="Captions of all kinds") for number in range(20)),
    )


def test_a_long_query_is_answered_by_most_of_it() -> None:
    """Where nothing holds every word of a sentence, what holds most of their weight is found, and says what it lacks."""
    [hit] = search(long_query_catalog(), LONG).hits

    assert (hit.brief.id, hit.missing) == ("most", ("rare",))
    assert hit.score < 30


def test_what_lacks_a_word_stands_behind_what_holds_all() -> None:
    """A whole answer has the better score, however good the fields are that the other is found in."""
    whole = make_method("whole", title="Zeta", summary="Scored captions about honey from rare quartz.")
    catalog = make_catalog(make_method("rare", name="Rare Scored Honey Captions", title="Rare Scored Honey Captions"), whole)

    hits = search(catalog, LONG).hits

    assert [(hit.brief.id, hit.missing) for hit in hits] == [("whole", ()), ("rare", ("quartz",))]


def test_a_short_query_is_answered_whole_or_not() -> None:
    """Of two words both must be there."""
    assert found(long_query_catalog(), "honey zebra") == []


def test_a_word_in_passing_is_no_answer() -> None:
    """One word that one note mentions finds nothing; the entry is near."""
    note = Note(topic=Topic.IDEA, en="Scenes differ in weather.")
    catalog = make_catalog(make_method("alpha", notes=(note,)), make_method("beta"))

    result = search(catalog, "weather")

    assert (result.matched, result.near) == (0, ("Alpha",))
    assert found(catalog, "scenes weather") == ["alpha"]
    assert found(make_catalog(make_method("alpha", notes=(note,)), make_method("beta", notes=(note,))), "weather") == ["alpha", "beta"]


@pytest.mark.parametrize("query", ["圖像編輯", "圖像编辑", "图像編輯", "字節跳動", "逆向思維鏈"])
def test_traditional_characters_find_simplified_ones(survey: Catalog, query: str) -> None:
    """The same words in the characters of Taiwan and Hong Kong find the same."""
    assert found(survey, query)


@pytest.mark.parametrize("query", ["cake", "game", "fine", "rust", "beach", "distance", "how to bake bread"])
def test_common_words_are_not_misspelt(query: str) -> None:
    """A word that is one letter from a short word of a title or a text is another word."""
    texts = "Taking the same fins to a bench, we take, gate and base a distinct bread of trust."

    assert found(make_catalog(make_method("alpha", title=texts, summary=texts)), query) == []


@pytest.mark.parametrize(
    ("query", "ids"), [("perceptal hash", ["alpha"]), ("imgae text", ["image"]), ("aosis", ["oasis"]), ("oassis", ["oasis"])]
)
def test_what_people_mistype_is_found(query: str, ids: list[str]) -> None:
    """Swapped, doubled and missing letters of names, and mistakes in long words."""
    catalog = make_catalog(
        make_method("alpha", title="One", summary="A perceptual hash finds duplicates."),
        make_method("image", name="Image Text", title="Two"),
        make_method("oasis", title="Three"),
    )

    assert found(catalog, query) == ids


def test_a_work_that_the_query_names_stands_first() -> None:
    """Its whole name counts more than a better place for another word."""
    catalog = make_catalog(
        make_method("llava-next", name="LLaVA-Next", title="Of Dialogues"),
        make_method("llava", name="LLaVA", title="Two", summary="For dialogues."),
    )

    assert found(catalog, "llava dialogues") == ["llava", "llava-next"]


def test_a_year_is_not_its_venues() -> None:
    """What appeared at another year's venue comes after what appeared there."""
    venue = Venue(name="CVPR", year=2024)
    later = make_method("later", published="2024-12", venue=Venue(name="CVPR", year=2025))
    catalog = make_catalog(later, make_method("there", published="2023-11", venue=venue))

    assert found(catalog, "CVPR 2024") == ["there", "later"]
    assert found(catalog, 'venue:"CVPR 2024"') == ["there"]


@pytest.mark.parametrize(("query", "title"), [("llava15", "LLaVA-158K"), ("asu", "A Survey of All")])
def test_what_only_looks_like_a_beginning_is_none(query: str, title: str) -> None:
    """A number begins no other number, and three letters across words are no title."""
    assert found(make_catalog(make_method("alpha", name="Alpha", title=title, aliases=(title,) if "LLaVA" in title else ())), query) == []


def test_a_name_is_not_cut() -> None:
    """What an organization is called is found as a whole, not in pieces of others."""
    vocabularies = make_vocabularies(
        organization={
            "pku": Organization(name=make_text("Peking University", "北京大学"), sector=Sector.ACADEMIA),
            "baai": Organization(name=make_text("BAAI", "北京智源"), sector=Sector.NONPROFIT),
            "thu": Organization(name=make_text("Tsinghua", "清华大学"), sector=Sector.ACADEMIA),
        }
    )
    catalog = make_catalog(
        make_method("a", organizations=("pku",)), make_method("b", organizations=("baai", "thu")), vocabularies=vocabularies
    )

    assert found(catalog, "北京大学") == ["a"]


def test_a_word_in_many_texts_is_no_passing_mention() -> None:
    """One entry that speaks of it in three texts, or has a text of nothing else, is an answer."""
    notes = tuple(Note(topic=Topic.IDEA, en=f"Of ImageNet, {number} times.") for number in range(3))

    assert found(make_catalog(make_method("alpha", notes=notes)), "imagenet") == ["alpha"]
    assert found(make_catalog(make_method("alpha", stages=(make_stage(name=make_text("DPO")),))), "dpo") == ["alpha"]


@pytest.mark.parametrize("query", ["a b c d", " ".join("abcdefghijklmnopqrstuvwxyz"), "r g b"])
def test_single_letters_are_not_looked_for(survey: Catalog, query: str) -> None:
    """They stand everywhere."""
    assert found(survey, query) == []


def test_words_may_be_covered_by_different_fields(survey: Catalog) -> None:
    """An author, an organisation and a topic together find the work."""
    assert found(survey, "letian bytedance editing") == ["oasis"]


@pytest.mark.parametrize(
    "query",
    [
        "2503.08741",
        "2503.08741v3",
        "arXiv:2503.08741",
        "arxiv 2503.08741v2",
        "https://arxiv.org/abs/2503.08741",
        "http://arxiv.org/pdf/2503.08741v1.pdf",
        "10.48550/arXiv.2503.08741",
        "２５０３.08741",
        " 2503.08741 ",
    ],
)
def test_an_identifier_is_found_in_every_written_form(survey: Catalog, query: str) -> None:
    """An arXiv id finds its paper bare, prefixed, with a version, as an address or as a DOI, and nothing else."""
    [hit] = search(survey, query).hits

    assert (hit.brief.id, hit.score, hit.reasons[0].field) == ("oasis", 100, "id")


def test_an_identifier_nobody_has_finds_nothing(survey: Catalog) -> None:
    """Another paper's id is not read as words or as misspelt."""
    assert found(survey, "arXiv:2503.08742") == []


@pytest.mark.parametrize("query", ["https://github.com/Letian2003/MM_INF", "letian2003/mm_inf", "github.com/Letian2003/MM_INF.git"])
def test_a_repository_finds_its_work(query: str) -> None:
    """A repository is found by its address or by owner and name."""
    catalog = make_catalog(make_method("alpha"), make_method("oasis", links={"code": ("https://github.com/Letian2003/MM_INF",)}))

    assert found(catalog, query) == ["oasis"]


@pytest.mark.parametrize("query", ["sharegpt4v", "Share GPT 4V", "share-gpt-4v", "SHAREGPT 4v", "what is ShareGPT4V?"])
def test_names_are_found_squashed_and_split(survey: Catalog, query: str) -> None:
    """Spaces, hyphens, case and the words of a question make no difference to a name."""
    [hit] = search(survey, query).hits

    assert (hit.brief.id, hit.score) == ("sharegpt4v", 100)


@pytest.mark.parametrize("query", ["FLD-5B", "fld5b", "fld 5b", "who made FLD-5B?"])
def test_an_artifact_finds_its_work(survey: Catalog, query: str) -> None:
    """What a work makes finds the work."""
    assert found(survey, query) == ["florence-2"]


@pytest.mark.parametrize("query", ["oaiss", "oassi", "oasi s", "shaergpt4v", "share gtp 4v", "Florecne-2", "bytedacne"])
def test_swapped_letters_are_forgiven(survey: Catalog, query: str) -> None:
    """Two neighbouring letters in the wrong order still lead to the name."""
    assert found(survey, query)


@pytest.mark.parametrize("query", ["GPT-4V", "gpt4v", "gpt 4 vision", "GPT-4V captions"])
def test_a_model_finds_the_works_that_use_it(survey: Catalog, query: str) -> None:
    """The models of the stages are found by name and alias."""
    assert found(survey, query) == ["sharegpt4v"]


@pytest.mark.parametrize("query", ["florence-3", "fld-6b", "textssr2", "2503.08742"])
def test_another_number_is_no_mistake(survey: Catalog, query: str) -> None:
    """The next version or a larger size is another work, not a misspelt one."""
    assert found(survey, query) == []


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("字节跳动", ["oasis"]),
        ("字节", ["oasis"]),
        ("同济", ["oasis"]),
        ("逆向思维链", ["r-cot"]),
        ("逆向", ["r-cot"]),
        ("图像编辑", ["oasis", "florence-2"]),
        ("文本增强", ["sharegpt4v", "r-cot", "textssr"]),
        ("渲染", ["textssr"]),
        ("有哪些图像编辑的论文?", ["oasis", "florence-2"]),
        ("字节条动", ["oasis"]),
        ("图象编辑", ["oasis", "florence-2"]),
        ("逆向思维练", ["r-cot"]),
        ("字节跳动图像编辑", ["oasis"]),
        ("蛋白质折叠", []),
        ("机器翻译", []),
    ],
)
def test_chinese_queries(survey: Catalog, query: str, ids: list[str]) -> None:
    """Names, organisations, categories and texts are found in Chinese, as questions and with one wrong character of four or more."""
    assert found(survey, query) == ids


@pytest.mark.parametrize("query", ["bytedance 编辑", "bytedance编辑", "编辑 ByteDance", "字节跳动 editing", "oasis 的 图像编辑"])
def test_both_languages_in_one_query(survey: Catalog, query: str) -> None:
    """English and Chinese words are covered together, with or without a space."""
    assert found(survey, query) == ["oasis"]


def test_short_queries_do_not_stand_inside_words() -> None:
    """`IT` is no part of ByteMorph's editing, and `math` no author called Mathew."""
    catalog = make_catalog(
        make_method("bitmorph", title="Critical Credits", summary="It edits with wit."),
        make_method("visual", authors=("Mathew Li",), title="Aftermath"),
        make_method("image-textualization", name="Image Textualization", artifacts=(make_artifact("IT-170K"),)),
        make_method("mavis", title="Mathematical Tuning for Math"),
    )

    assert found(catalog, "IT") == ["image-textualization"]
    assert found(catalog, "math") == ["mavis"]


def test_words_that_stand_together_count_more() -> None:
    """A phrase goes before the same words apart."""
    catalog = make_catalog(make_method("apart", authors=("Haotian Li", "Chen Liu")), make_method("together", authors=("Haotian Liu",)))

    assert found(catalog, "haotian liu") == ["together", "apart"]


@pytest.mark.parametrize("query", ["", "   ", "…", "???", "-", "\x00\x1f\n"])
def test_a_query_without_words_finds_nothing(survey: Catalog, query: str) -> None:
    """Nothing was asked for, so nothing is found and nothing is near."""
    result = search(survey, query)

    assert (result.matched, result.hits, result.near) == (0, (), ())


@pytest.mark.parametrize("query", ["\udcff", "zz\udcff", "10.1234/\udcff", "https://example.org/\udcff"])
def test_undecodable_bytes_find_nothing(survey: Catalog, query: str) -> None:
    """What a shell passes on though it is no text (as lone surrogates) is no error."""
    assert found(survey, query) == []


def test_undecodable_bytes_do_not_hide_the_words(survey: Catalog) -> None:
    """The words beside them are looked for."""
    assert found(survey, "\udcff oasis") == ["oasis"]


def test_nothing_found_names_the_near() -> None:
    """Where nothing matches, the names that resemble the query are given, nearest first."""
    catalog = make_catalog(make_method("oasis"), make_method("obelics"), make_method("zebra"))

    result = search(catalog, "oaxyis")

    assert result.hits == ()
    assert result.near[0] == "Oasis"
    assert "Zebra" not in result.near


def test_what_the_filters_keep_out_is_near() -> None:
    """Where only the filters stand between the query and its answers, these are the near names."""
    catalog = make_catalog(make_method("oasis", organizations=("bytedance",)), make_method("zebra"))

    result = search(catalog, "字节跳动", Selection(kinds=("survey",)))

    assert (result.matched, result.near) == (0, ("Oasis",))


def test_what_was_found_needs_no_near_names(survey: Catalog) -> None:
    """An answer comes without suggestions."""
    assert search(survey, "oasis").near == ()


def test_equal_scores_stand_in_catalog_order() -> None:
    """Ties keep the order of the catalog."""
    ids = ["zeta", "beta", "omega", "alpha"]
    catalog = make_catalog(*(make_method(one, name=one, title="Same Words") for one in ids))

    assert found(catalog, "same words") == ids


def test_filters_and_search() -> None:
    """A filter takes hits away and changes neither the scores nor the order of the rest."""
    catalog = make_catalog(*in_every_tier(), make_method("honey-survey", kind=Kind.SURVEY, name="Honey Survey", title="Nine"))
    every = [(hit.brief.id, hit.score) for hit in search(catalog, "honey").hits]

    result = search(catalog, "honey", Selection(kinds=("method",)))

    assert [(hit.brief.id, hit.score) for hit in result.hits] == [one for one in every if one[0] != "honey-survey"]
    assert result.matched == len(every) - 1


@pytest.mark.parametrize("selection", [EVERYTHING, Selection(kinds=("method",))])
def test_a_limit_cuts_the_hits_not_the_count(selection: Selection) -> None:
    """The best come first, and how many there are is told, with filters and without."""
    result = search(make_catalog(*in_every_tier()), "honey", selection, limit=2)

    assert [hit.brief.id for hit in result.hits] == ["e-name", "e-alias"]
    assert result.matched == 8


def test_every_hit_has_reasons(survey: Catalog) -> None:
    """For each word there is a reason: what it was read as, where and how."""
    [hit] = search(survey, "letain 字节跳动").hits

    assert [tuple(reason) for reason in hit.reasons] == [
        ("letain", "letian", "author", "has the word", "letian zhang"),
        ("字节跳动", "字节跳动", "organization", "is", "字节跳动"),
    ]


def test_the_answer_says_what_was_asked(survey: Catalog) -> None:
    """The query comes back on one line, without control characters, and with the catalog's date."""
    result = search(survey, "  oa\x1b[0msis\u202e\n editing ")

    assert (result.query, result.as_of) == ("oa[0msis editing", "2026-01-02")


def test_the_better_of_two_names_counts() -> None:
    """A query that is one name of an entry, and without its stop words begins another, is that name."""
    [hit] = search(make_catalog(make_method("a", name="The Honey", aliases=("Honeycombs",))), "the honey").hits

    assert hit.score == 100


@pytest.mark.parametrize("query", ["the", "a", "of the", "的", "什么是"])
def test_stop_words_alone_find_nothing(query: str) -> None:
    """What asks for nothing finds nothing, though names and titles hold it."""
    assert found(make_catalog(make_method("alpha", name="The Project of a Method", summary="什么是的")), query) == []


def test_tools_of_a_pipeline_are_found() -> None:
    """What a stage uses besides models leads to its work."""
    using = make_method("alpha", stages=(make_stage(tools=(make_text("SimHash"),)),))

    assert found(make_catalog(using, make_method("beta")), "simhash") == ["alpha"]


def test_a_venue_finds_what_was_published_there() -> None:
    """Name and year of a venue lead to its papers and to no others."""
    there, elsewhere = Venue(name="ICCV", year=2025), Venue(name="ICCV", year=2023)
    catalog = make_catalog(make_method("alpha", venue=there), make_method("beta", venue=elsewhere), make_method("gamma"))

    assert found(catalog, "iccv 2025") == ["alpha"]
    assert search(catalog, "ICCV").hits[0].reasons[0].field == "venue"


def test_a_monstrous_query_is_cut(survey: Catalog) -> None:
    """Of a query that nobody typed only the beginning is read."""
    result = search(survey, "oasis " * 10_000)

    assert [hit.brief.id for hit in result.hits] == ["oasis"]
    assert len(result.query) <= 400


def test_an_empty_catalog_answers() -> None:
    """Nothing is found among nothing, by words, misspelt ones, Chinese or ids."""
    catalog = make_catalog()

    results = [search(catalog, query) for query in ("oasis", "oaiss x", "字节跳动", "2503.08741")]

    assert [(result.matched, result.hits, result.near) for result in results] == [(0, (), ())] * 4


WORDS = (
    "oasis",
    "editing",
    "gpt-4v",
    "字节跳动",
    "图像编辑",
    "honey",
    "image-text",
    "it",
    "2503.08741",
    "oaiss",
    "hoeny",
    "图象编辑",
    "data",
)
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)


UNRELATED = st.lists(st.sampled_from(("zzz", "quartz", "xylem", "茶叶")), min_size=1, max_size=4).map(" ".join)


def unrelated(number: int, title: str) -> Entry:
    """Return an entry that shares no word with any of the queries, nor a field."""
    return make_method(f"q{number}", kind=Kind.BLOG, name=title, title=title, categories=("zen",), summary=make_text("Zzz.", "茶。"))


@quick
@given(TEXTS, st.lists(TEXTS, min_size=1, max_size=6), st.lists(UNRELATED, min_size=1, max_size=6))
def test_unrelated_entries_change_no_score(query: str, titles: list[str], others: list[str]) -> None:
    """What holds none of the words makes no difference: not to who answers, not to a score, and so not to the order."""
    vocabularies = make_vocabularies()
    vocabularies = replace(vocabularies, category={**vocabularies.category, "zen": Category(title=make_text("Zen", "禅"))})
    entries = [make_method(f"own-{number}", name=f"Own {number}", title=title) for number, title in enumerate(titles)]
    more = [unrelated(number, title) for number, title in enumerate(others)]

    small = search(make_catalog(*entries, vocabularies=vocabularies), query).hits
    large = search(make_catalog(*more, *entries, vocabularies=vocabularies), query).hits

    assert [(hit.brief.id, hit.score, hit.missing) for hit in small] == [(hit.brief.id, hit.score, hit.missing) for hit in large]


@quick
@given(st.lists(TEXTS, max_size=6))
def test_tiers_never_change_places(titles: list[str]) -> None:
    """Whatever else is in the catalog, a name goes before a word of a title, and that before a text."""
    tiers = [entry for entry in in_every_tier() if entry.id in ("e-name", "e-word", "e-text")]
    others = [make_method(f"other-{number}", title=title) for number, title in enumerate(titles)]

    order = found(make_catalog(*others, *tiers), "honey")

    assert [one for one in order if one.startswith("e-")] == ["e-name", "e-word", "e-text"]


@quick
@given(TEXTS, st.lists(TEXTS, min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_the_order_is_by_score_then_catalog(query: str, titles: list[str], random: object) -> None:
    """Hits stand by falling score, equal ones in catalog order, each once, the same each time."""
    catalog = make_catalog(*(make_method(f"own-{number}", title=title) for number, title in enumerate(titles)))

    hits = search(catalog, query).hits
    keys = [(-hit.score, catalog.ids.index(hit.brief.id)) for hit in hits]

    assert keys == sorted(set(keys))
    assert hits == search(catalog, query).hits
    assert all(0 < hit.score <= 100 for hit in hits)


HOSTILE = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=st.characters(categories=["Cc", "Cf", "Zs", "Mn", "Nd", "Lo", "So"]), max_size=60),
    st.text(alphabet="的图像编辑字节跳动有哪些", max_size=80),
    st.text(alphabet="-./+ ao5", max_size=60),
    st.builds(
        lambda text, times: text * times, st.sampled_from(("oasis ", "图像编辑", "a/b-", "é", "arxiv:", "\x1f", "ﷺ")), st.integers(0, 5000)
    ),
)


@settings(max_examples=150, deadline=None)
@given(HOSTILE)
def test_any_text_is_a_query(query: str) -> None:
    """No text breaks a search: control characters, marks, digits, tens of thousands of characters."""
    result = search(SURVEY, query)

    assert result.matched == len(result.hits)
    assert all(unicodedata.category(character) != "Cc" for character in result.query)


SURVEY = make_catalog(*in_every_tier(), make_method("oasis", organizations=("bytedance",), links={"arxiv": ("2503.08741",)}))
