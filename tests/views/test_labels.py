"""Tests of the words around the facts."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import awesome_mm.views
from awesome_mm.model.entry import ArtifactKind, Basis, Kind, Links, Need, Openness, RelationKind, State, Topic
from awesome_mm.model.facts import Role, Source, Status
from awesome_mm.services.checks.finding import Group, Severity
from awesome_mm.views import (
    choice,
    citations,
    compared,
    comparison,
    counts,
    entry_page,
    estimated,
    figure_words,
    kinship,
    labels_zh,
    made,
    paper_list,
    related,
    rendering,
)
from awesome_mm.views.labels import colon, comma, label, semicolon, venue_text
from awesome_mm.views.labels_zh import CHINESE

FOLDER = Path(awesome_mm.views.__file__).parent
PARTS = [part.name for part in fields(Openness)]
LINKS = [link.name for link in fields(Links) if link.name not in entry_page.LINK_NAMES]


def syntax(module: str) -> ast.Module:
    """Return the syntax tree of a file of the views."""
    return ast.parse((FOLDER / module).read_text(encoding="utf-8"))


def strings(node: ast.AST) -> list[str]:
    """Return the strings written in `node`."""
    return [one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)]


def assigned(module: str, *names: str) -> list[str]:
    """Return the strings written into the variables `names`."""
    found = [node for node in ast.walk(syntax(module)) if isinstance(node, ast.Assign | ast.For | ast.comprehension)]
    texts: list[str] = []
    for node in found:
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        source = node.iter if isinstance(node, ast.For | ast.comprehension) else node.value
        if any(isinstance(one, ast.Name) and one.id in names for one in ast.walk(target)):
            texts += strings(source)
    return texts


def called(module: str, method: str) -> list[str]:
    """Return the strings that a file gives to its own `method`."""
    calls = (node for node in ast.walk(syntax(module)) if isinstance(node, ast.Call))
    return [text for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == method for text in strings(call.args[0])]


def first_of(module: str, kind: type[ast.AST]) -> list[str]:
    """Return the strings that stand first in a yielded tuple, or in a call of ``_part``."""
    found: list[str] = []
    for node in ast.walk(syntax(module)):
        if isinstance(node, kind) and isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
            found += strings(node.value.elts[0])
        if isinstance(node, kind) and isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_part":
            found += strings(node.args[0])
    return found


# What Kinship says by its own method: what stands in its tables, and what it asks for in place.
KINSHIP = [
    *kinship._RELATIONS.values(),
    *kinship._SHARED_RELATIONS.values(),
    *kinship._SHARED.values(),
    *called("kinship.py", "_label"),
]


def labels_asked_for(module: str) -> list[str]:
    """Return the strings written in calls of ``_label``, and those that it is asked for in turn."""
    calls = [node for node in ast.walk(syntax(module)) if isinstance(node, ast.Call)]
    asking = [node for node in calls if isinstance(node.func, ast.Attribute) and node.func.attr == "_label"]
    return [text for node in asking for one in node.args for text in strings(one)] + ["keep", "drop"]


EVENTS = "first-record new-version retitled authors-changed published withdrawn-suspect withdrawn title-mismatch metadata".split()
# What each label that is not written out where it is asked for can be.
COMPUTED: dict[tuple[str, str], Iterable[str]] = {
    ("about.py", "name"): first_of("about.py", ast.Yield),
    ("addresses.py", "one.kind"): LINKS,
    ("choice.py", "part.part"): [*PARTS, ArtifactKind.TOOL, ArtifactKind.CODE],
    ("choice.py", "_LACKING[name]"): choice._LACKING.values(),
    ("choice.py", "_SAID[name]"): choice._SAID.values(),
    ("choice.py", "value"): [*Need, "permissive"],
    ("choice.py", "why"): assigned("choice.py", "counts"),
    ("choice.py", "state"): State,
    ("choice.py", "licence"): ["none", *State],
    ("estimated.py", "_WHY[missing.basis or missing.what]"): estimated._WHY.values(),
    ("estimated.py", "_BASES.get(stage.basis, 'unknown')"): [*estimated._BASES.values(), "unknown"],
    ("estimated.py", "unit"): assigned("estimated.py", "unit"),
    ("estimated.py", "route.to"): ["keep", "drop"],
    ("estimated.py", "title"): [title for *_, title in estimated._AMOUNTS],
    ("changes.py", "name"): assigned("changes.py", "counted"),
    ("changes.py", "title"): [*assigned("changes.py", "titles"), "Entry", "arXiv", "Fetched"],
    ("changes.py", "said"): ["Written.", "Nothing is written; --write does it."],
    ("changes.py", "event"): EVENTS,
    ("citations.py", "_SHOWN[fault.status]"): citations._SHOWN.values(),
    ("citations.py", "_SHOWN[status]"): citations._SHOWN.values(),
    ("compared.py", "_SAID[event]"): compared._SAID.values(),
    ("compared.py", "side"): [side for sides in compared._SIDES for side in sides],
    ("compared.py", "title"): [title for title, _ in compared._PARTS],
    ("comparison.py", "_TITLES[row.key]"): comparison._TITLES.values(),
    ("comparison.py", "meaning"): comparison._LEGEND.values(),
    ("comparison.py", "one.value"): Need,
    ("comparison.py", "str(one.value)"): State,
    ("comparison.py", "licence"): ["unknown", "none"],
    ("figure_blocks.py", "NOTHING"): [figure_words.NOTHING],
    ("figure_blocks.py", "year"): ["unknown"],
    ("figure_pictures.py", "said"): ["Quarter of publication; the numbers are works", "Year of publication; the numbers are works"],
    ("figure_pictures.py", "time"): ["unknown"],
    ("figure_pictures.py", "what"): ["{} works", "{} categories", "{} organizations"],
    ("figure_words.py", "_TITLES[chart.name]"): figure_words._TITLES.values(),
    ("figure_words.py", "{**_PARTS, **_SECTORS}[series.key]"): [*figure_words._PARTS.values(), *figure_words._SECTORS.values()],
    ("figure_words.py", "name"): figure_words._SECTORS.values(),
    ("figure_words.py", "_STATES.get(state, state)"): [*State, *figure_words._STATES.values()],
    ("figure_words.py", "_REASONS[omission.reason]"): figure_words._REASONS.values(),
    ("findings.py", "one.value"): Severity,
    ("findings.py", "check.severity.value"): Severity,
    ("findings.py", "finding.severity.value"): Severity,
    ("findings.py", "one.group.value"): Group,
    ("findings.py", "check.group.value"): Group,
    ("findings.py", "title"): ["Unsound", "Sound"],
    ("journal.py", "title"): assigned("journal.py", "titles"),
    ("journal.py", "str(line.get('event', ''))"): EVENTS,
    ("made.py", "_SAID[what]"): made._SAID.values(),
    ("imported.py", "name"): assigned("imported.py", "counted"),
    ("imported.py", "told"): assigned("imported.py", "told"),
    ("claims.py", "claim.source.value"): Source,
    ("stages.py", "claim.source.value"): Source,
    ("stages.py", "claim.status.value"): Status,
    ("stages.py", "model.role.value"): Role,
    ("stages.py", "route.to"): ["keep", "drop"],
    ("pipeline.py", "stage_id"): ["keep", "drop"],
    ("drawing.py", "text"): labels_asked_for("drawing.py"),
    ("recipe.py", "UNKNOWN"): ["unknown"],
    ("recipe.py", "need.value"): Need,
    ("recipe.py", "name"): ["Input", "Output"],
    ("recipe.py", "state"): State,
    ("recipe.py", "licence"): ["unknown", "none"],
    ("recipe.py", "place.source.value"): Source,
    ("recipe.py", "standing.source.value"): Source,
    ("recipe.py", "standing.status.value"): Status,
    ("claims.py", "claim.status.value"): Status,
    ("entry_table.py", "meaning"): ["facts in dispute; `show` says which", "recalled, not confirmed"],
    ("counts.py", "message"): assigned("counts.py", "message"),
    ("counts.py", "part"): [*Kind, *Need, *PARTS, *State, "unknown"],
    ("counts.py", "title"): [*counts._TITLES.values(), *counts._TOTALS.values()],
    ("entry_page.py", "kind"): [*LINKS, *RelationKind],
    ("entry_page.py", "kind.value"): Kind,
    ("entry_page.py", "licence"): ["unknown", "none"],
    ("entry_page.py", "name"): first_of("entry_page.py", ast.Yield),
    ("entry_page.py", "need.value"): Need,
    ("entry_page.py", "note.topic.value"): Topic,
    ("entry_page.py", "one.kind.value"): ArtifactKind,
    ("entry_page.py", "part"): PARTS,
    ("entry_page.py", "record.basis.value"): Basis,
    ("entry_page.py", "state"): State,
    ("entry_page.py", "LINK_NAMES.get(rest, rest)"): PARTS,
    ("entry_page.py", "_FIELD_NAMES.get(head, head)"): entry_page._FIELD_NAMES.values(),
    ("entry_page.py", "title"): first_of("entry_page.py", ast.Call),
    ("entry_table.py", "message"): assigned("entry_table.py", "message"),
    ("kinship.py", "text"): [*KINSHIP, *Role],
    ("related.py", "message"): [related._NOTHING, *assigned("related.py", "message")],
    ("paper_list.py", "word"): paper_list.WORDS.values(),
    ("paper_list.py", "key"): [*Kind, *PARTS, "unknown"],
    ("paper_list.py", "kind.value"): Kind,
    ("paper_list.py", "name"): first_of("paper_list.py", ast.Yield),
    ("rendering.py", "name"): rendering._STYLES,
    ("rendering.py", "KEPT"): [rendering.KEPT],
    ("numbers.py", "bound"): ["at least", "at most"],
    ("places.py", "what"): ["catalog", "cache", "overlay", "journal", "fetched"],
}


def asked() -> Iterator[tuple[str, ast.expr]]:
    """Yield the first argument of every call of ``label`` in the views, with its file."""
    for path in sorted(FOLDER.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "label":
                yield path.name, node.args[0]


def wanted() -> set[str]:
    """Return every label that the views may ask for."""
    found: set[str] = set()
    for file, argument in asked():
        if isinstance(argument, ast.Constant | ast.IfExp):
            found |= set(strings(argument))
        else:
            found |= {str(text) for text in COMPUTED[file, ast.unparse(argument)]}
    return found


def test_every_label_that_is_asked_for_has_a_chinese_form() -> None:
    """Whatever the views ask for, written out or computed, stands in the Chinese labels."""
    assert wanted() - CHINESE.keys() == set()


def test_no_label_is_kept_that_nobody_asks_for() -> None:
    """Each Chinese label is asked for somewhere."""
    assert CHINESE.keys() - wanted() == set()


def test_every_computed_label_is_still_computed() -> None:
    """The list of computed labels above names no place that is gone, and none of them is empty."""
    places = {(file, ast.unparse(argument)) for file, argument in asked()}

    assert COMPUTED.keys() - places == set()
    assert [place for place, texts in COMPUTED.items() if not list(texts)] == []


def test_a_label_in_english_is_itself() -> None:
    """The English label is what stands in the code."""
    assert label("Pipeline", "en") == "Pipeline"


def test_a_label_in_chinese_is_translated() -> None:
    """The Chinese label is the translation."""
    assert label("Pipeline", "zh") == "流程"


def test_what_is_no_label_stays_as_it_is() -> None:
    """A licence or a key path passes through in either language."""
    assert label("Apache-2.0", "zh") == "Apache-2.0"


def test_marks_follow_the_language() -> None:
    """Colon, comma and semicolon are the language's own."""
    assert [mark("en") for mark in (colon, comma, semicolon)] == [": ", ", ", "; "]
    assert [mark("zh") for mark in (colon, comma, semicolon)] == ["：", "、", "；"]


def test_a_recalled_venue_bears_a_question_mark() -> None:
    """A venue that nobody confirmed is not shown as a fact."""
    assert venue_text({"name": "ICCV", "year": 2025, "basis": "recalled"}) == "ICCV 2025?"
    assert venue_text({"name": "ICCV", "year": 2025, "basis": "confirmed"}) == "ICCV 2025"
    assert venue_text(None) == ""


def test_a_label_has_one_chinese_form() -> None:
    """No label stands in two files, where one would silently go before the other."""
    folder = [import_module(f"{labels_zh.__name__}.{path.stem}") for path in (FOLDER / "labels_zh").glob("[!_]*.py")]
    tables = [table for module in folder for name, table in vars(module).items() if name.isupper()]
    written = [text for table in tables for text in table]

    assert sorted(text for text in CHINESE if written.count(text) != 1) == []
