"""The search lines of entries."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_mm.chinese import simplified
from awesome_mm.model.entry import (
    Artifact,
    ArtifactKind,
    ArxivRecord,
    Basis,
    Entry,
    Kind,
    Links,
    Note,
    Relation,
    RelationKind,
    State,
    Topic,
)
from awesome_mm.model.identifiers import identifier_in
from awesome_mm.model.searchable import END, index_line, spelling_words, synonyms_of
from awesome_mm.model.taxonomy import Synonym
from awesome_mm.model.terms import Terms
from awesome_mm.store.vocabularies import encode_vocabularies

from ..factories import make_method, make_stage, make_text, make_vocabularies

TERMS = Terms(encode_vocabularies(make_vocabularies()))


def chunks(entry: Entry) -> list[str]:
    """Return the chunks of an entry's search line."""
    return index_line(entry, TERMS).split(END)[:-1]


def test_names_come_first_as_written_and_squashed() -> None:
    """A line begins with the name, folded and squashed."""
    assert chunks(make_method("share-gpt", name="Share GPT-4V"))[:3] == ["nshare gpt-4v", "Nsharegpt4v", "nshare-gpt"]


@pytest.mark.parametrize(
    ("given_values", "chunk"),
    [
        ({"aliases": ("Text-SSR",)}, "atext-ssr"),
        ({"aliases": ("Text-SSR",)}, "Atextssr"),
        ({"title": "A Title"}, "ta title"),
        ({"arxiv": ArxivRecord(basis=Basis.CONFIRMED, title="Another Title")}, "tanother title"),
        ({"organizations": ("bytedance",)}, "obytedance"),
        ({"organizations": ("bytedance",)}, "o字节跳动"),
        ({"organizations": ("bytedance",)}, "oseed"),
        ({"categories": ("editing",)}, "cedits"),
        ({"categories": ("editing",)}, "c方法"),
        ({"also_in": ("text",)}, "c文本增强"),
        ({"authors": ("Ye, É.",)}, "uye, e."),
        ({"published": "2024-12"}, "r2024"),
        ({"also": (Kind.DATASET,)}, "k数据集"),
        ({"artifacts": (Artifact(id="x", name="X", kind=ArtifactKind.BENCHMARK, state=State.RELEASED),)}, "kbenchmark"),
        ({"summary": make_text("Makes.", "生成。")}, "s生成。"),
        ({"notes": (Note(topic=Topic.IDEA, en="Key", zh="要点"),)}, "d要点"),
        ({"stages": (make_stage(detail=make_text("Keeps what passes.", "保留通过者。")),)}, "d保留通过者。"),
        ({"stages": (make_stage(action="filter"),)}, "p过滤"),
        ({"stages": (make_stage(tools=(make_text("SimHash"),)),)}, "psimhash"),
        ({"input": ("images",)}, "p图像"),
        ({"relations": (Relation(kind=RelationKind.USES, name="COCO"),)}, "dcoco"),
        ({"summary": make_text("Makes.", "视觉-语言模型")}, "s视觉语言模型"),
        ({"links": {"arxiv": ("2412.01137",)}}, "x2412.01137"),
        ({"links": {"arxiv": ("math.GT/0309136",)}}, "xmath.gt/0309136"),
        ({"links": {"doi": ("10.1145/ABC",)}}, "x10.1145/abc"),
        ({"links": {"openreview": ("aBc",)}}, "xabc"),
        ({"links": {"code": ("https://github.com/Lab/Kit",)}}, "xlab/kit"),
        ({"links": {"paper": ("https://arxiv.org/abs/2412.01137v2",)}}, "x2412.01137"),
    ],
)
def test_what_an_entry_is_found_by(given_values: dict[str, Any], chunk: str) -> None:
    """Names, ids, organisations, topics with their parents, authors and texts stand in the line, folded."""
    assert chunk in chunks(make_method(**given_values))


def test_artifacts_are_found_by_name_alias_and_link() -> None:
    """What a work makes leads to it."""
    made = Artifact(
        id="fld-5b",
        name="FLD-5B",
        kind=ArtifactKind.DATASET,
        state=State.RELEASED,
        aliases=("Five B",),
        links=Links(data=("https://huggingface.co/datasets/lab/fld",)),
    )

    assert {"ffld-5b", "Ffld5b", "ffive b", "xlab/fld"} <= set(chunks(make_method(artifacts=(made,))))


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(["https://a-lab.github.io/", "https://x.org/p?id=1#top", "http://www.visualqa.org", "https://doi.org/10.1145/AB(c)1"])
)
def test_a_link_leads_to_its_entry(address: str) -> None:
    """Whatever address an entry links to, its identifier is in the line."""
    assert f"x{identifier_in(address)}" in chunks(make_method(links={"page": (address,)}))


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1), st.text(min_size=1))
def test_hostile_text_breaks_no_line(name: str, summary: str) -> None:
    """Separators and line breaks in a text never end a chunk or a line."""
    hostile = f"{name}{END}\nNfake{END}"
    line = index_line(make_method(name=hostile, summary=f"\x1f{summary}\u2028\x85"), TERMS)

    assert len(line.splitlines()) == 1
    assert line.endswith(END)
    assert all(len(chunk) > 1 and chunk[0] in "nNaAfFxwtTocmuvrkspd" for chunk in line.split(END)[:-1])
    assert "Nfake" not in line.split(END)


def test_spelling_words_are_folded_words_without_short_and_chinese_ones() -> None:
    """Words of two letters, Chinese characters and the short words of texts stand for no misspelling."""
    entry = make_method("alpha", name="Text-SSR Ké", title="Ab 图像 Éditer", authors=("Ye Xu Zhineng",), summary="Hidden perceptual")

    words = set(spelling_words(entry, TERMS))

    assert {"text", "ssr", "editer", "zhineng", "textssrke", "alpha"} <= words
    assert "perceptual" in words
    assert not {"ab", "ké", "ke", "ye", "图像", "hidden", ""} & words


SYNONYMS = (("instruction tuning", "sft", "指令微调", "指令调优"),)


def test_an_entry_is_found_by_other_words_for_what_it_says() -> None:
    """What an entry does not say is said for it, with the better field and the word that stands there."""
    entry = make_method("alpha", title="Visual Instruction Tuning", summary=make_text("Makes data.", "用于指令微调。"))

    line = index_line(entry, TERMS, SYNONYMS)

    assert [chunk for chunk in line.split(END) if chunk.startswith("y")] == [
        "ytsft\x1einstruction tuning",
        "yt指令调优\x1einstruction tuning",
    ]


@pytest.mark.parametrize("title", ["Instruction Tunings", "Reinstruction tuning", "Instructions"])
def test_a_part_of_a_word_has_no_synonym(title: str) -> None:
    """A Latin word must stand there whole."""
    assert "指令微调" not in index_line(make_method("alpha", title=title), TERMS, SYNONYMS)


def test_an_author_has_no_synonym() -> None:
    """A person called Chart draws none."""
    assert "图表" not in index_line(make_method("alpha", authors=("Ann Chart",)), TERMS, (("chart", "图表"),))


def test_synonyms_come_folded_from_the_vocabulary() -> None:
    """The catalog's own table says what means the same."""
    terms = Terms(encode_vocabularies(make_vocabularies(synonym={"sft": Synonym(forms=("SFT", "指令微调", "sft"))})))

    assert list(synonyms_of(terms)) == [("sft", "指令微调")]


def test_a_line_is_in_simplified_characters() -> None:
    """Whatever an entry is written in, its line holds what the conversion makes of it."""
    assert "s图像编辑。" in index_line(make_method(summary=make_text("Edits.", "圖像編輯。")), TERMS, (), simplified).split(END)


def test_name_of_punctuation_is_no_spelling_word() -> None:
    """A name without a letter leaves no empty word behind."""
    assert "" not in set(spelling_words(make_method(name="+++"), TERMS))
