"""Why a hit is one, in words."""

import pytest

from awesome_mm.model.entry import Artifact, ArtifactKind, Note, State, Topic, Venue
from awesome_mm.model.facts import Role, UsedModel
from awesome_mm.model.taxonomy import Synonym
from awesome_mm.services.asking import ask
from awesome_mm.services.search import rank
from awesome_mm.views.explaining import evidence, explained, why
from tests.factories import make_catalog, make_method, make_stage, make_text, make_vocabularies

SYNONYMS = {"captions": Synonym(forms=("captions", "描述", "image description"))}
SURVEY = make_catalog(
    make_method(
        "share",
        name="Share-GPT 4V",
        title="Visual Instructions from Captions",
        aliases=("视觉指令微调",),
        authors=("Letian Zhang",),
        organizations=("bytedance",),
        venue=Venue(name="ICCV", year=2025),
        artifacts=(Artifact(id="mm-inf", name="MM_INF", kind=ArtifactKind.CODE, state=State.RELEASED),),
        links={"arxiv": ("2503.08741",)},
        summary=make_text("Writes new text. Answers are gated by a judge.", "写新文本。回答由评审把关。"),
        notes=(
            Note(topic=Topic.IDEA, en="Rare zebras were left out.", zh="去掉了斑马。"),
            Note(topic=Topic.IDEA, en="Seen by OCR."),
            Note(topic=Topic.IDEA, en="Figures are drawn."),
        ),
        stages=(make_stage(action="filter", models=(UsedModel(id="gpt-4v", role=Role.GENERATOR),), tools=(make_text("SimHash"),)),),
    ),
    make_method("beta", notes=(Note(topic=Topic.IDEA, en="Zebras again."),)),
    vocabularies=make_vocabularies(synonym=SYNONYMS),
)


def said(query: str, language: str = "en") -> list[str]:
    """Return what is said of the first hit."""
    hit = rank(SURVEY, ask(SURVEY, query)).hits[0]
    return [one.written(language) for one in explained(SURVEY, hit, language)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("share gpt 4v", ["“share gpt 4v” is its name"]),
        ("share gp", ["“share gp” begins its name: “Share-GPT 4V”"]),
        ("2503.08741v2", ["“2503.08741” is an identifier of it"]),
        ("mm inf", ["“mm inf” is something it made"]),
        ("visual captions", ["“visual” and “captions” stand in its title: “Visual Instructions from Captions”"]),
        (
            "bytedance letian",
            ["“bytedance” is one of its organizations", "“letian” stands in the name of one of its authors: “Letian Zhang”"],
        ),
        ("seed", ["“seed” is one of its organizations: “ByteDance”"]),
        (
            "share captioning",
            ["“share” is its name", "a form of “captioning” stands in its title: “Visual Instructions from Captions”"],
        ),
        (
            "字节 编辑",
            [
                "“字节” stands in the name of one of its organizations: “字节跳动”",
                "“编辑” stands in the name of a category it is placed in: “图像编辑”",
            ],
        ),
        ("gpt-4v judge", ["“gpt-4v” is a model it uses", "“judge” stands in its summary: “Answers are gated by a judge.”"]),
        ("judges", ["a form of “judges” stands in its summary: “Answers are gated by a judge.”"]),
        ("2025", ["“2025” stands in its venue and year: “ICCV 2025”"]),
        (
            "ocr figures",
            ["“ocr” stands in what is said of it: “Seen by OCR.”", "“figures” stands in what is said of it: “Figures are drawn.”"],
        ),
        ("answers judge", ["“answers” and “judge” stand in its summary: “Answers are gated by a judge.”"]),
        (
            "image description",
            ["“image description” is another word for “captions”, which stands in its title: “Visual Instructions from Captions”"],
        ),
        ("iccv", ["“iccv” stands in its venue and year: “ICCV 2025”"]),
        ("simhash", ["“simhash” is a step, tool or material of its pipeline"]),
        ("letain", ["“letain”, read as “letian”, stands in the name of one of its authors: “Letian Zhang”"]),
        ("视觉指令微凋", ["most of “视觉指令微凋” stands in another name of it: “视觉指令微调”"]),
        ("图像编缉", ["“图像编缉” stands in the name of a category it is placed in but for one character: “图像编辑”"]),
        ("描述", ["“描述” is another word for “captions”, which stands in its title: “Visual Instructions from Captions”"]),
        ("org:bytedance", ["it meets every condition"]),
    ],
)
def test_a_person_would_say_it_so(query: str, expected: list[str]) -> None:
    """Which word stands where and how, with the words around it where they say more."""
    assert said(query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("字节跳动", ["“字节跳动”是它的一个机构"]),
        ("描述", ["“描述”与“captions”同义，后者见于它的标题：“Visual Instructions from Captions”"]),
        ("judge", ["它的摘要中有“judge”：“Answers are gated by a judge.”"]),
        ("letain", ["它的一位作者中有“letain”（按“letian”理解）：“Letian Zhang”"]),
        ("org:bytedance", ["符合所有条件"]),
    ],
)
def test_it_is_said_in_chinese(query: str, expected: list[str]) -> None:
    """The sentences are those of the language asked for, the texts those that hold the word."""
    assert said(query, "zh") == expected


def test_what_is_missing_is_said() -> None:
    """A long query that is not held whole says which word is not."""
    assert said("captions about simhash by letian from quartz")[-1] == "nothing in it says “quartz”"


def test_running_text_is_evidence() -> None:
    """The sentence that says what the columns of a list do not; none where they say it all."""
    hits = {query: rank(SURVEY, ask(SURVEY, query)).hits[0] for query in ("zebras rare", "share gpt 4v")}

    sentence = evidence(SURVEY, hits["zebras rare"], "en")

    assert sentence is not None
    assert [sentence.text[start:end] for start, end in sentence.spans] == ["Rare zebras"] or len(sentence.spans) == 2
    assert evidence(SURVEY, hits["share gpt 4v"], "en") is None


def test_programs_get_the_reasons_one_by_one() -> None:
    """Word, what it was read as, field, way, the text there, and the sentence."""
    [reason] = why(SURVEY, rank(SURVEY, ask(SURVEY, "letain")).hits[0], "en")

    assert reason == {
        "word": "letain",
        "matched": "letian",
        "field": "author",
        "how": "has the word",
        "text": "Letian Zhang",
        "said": "“letain”, read as “letian”, stands in the name of one of its authors: “Letian Zhang”",
    }
