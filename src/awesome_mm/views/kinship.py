"""Why a work is related to another, as a person would say it.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model.brief import Brief
from ..model.catalog import Catalog
from ..model.entry import RelationKind
from ..services.relating.evidence import Reason, ReasonKind
from .labels import comma, label

_RELATIONS: dict[RelationKind | None, str] = {
    RelationKind.EXTENDS: "{who} extends {what}",
    RelationKind.PRODUCES: "{who} produces {what}",
    RelationKind.INSPIRED_BY: "{who} is inspired by {what}",
    RelationKind.COMPARES_WITH: "{who} compares itself with {what}",
    RelationKind.USES: "{who} uses {what}",
    RelationKind.EVALUATES_ON: "{who} is evaluated on {what}",
}
_SHARED_RELATIONS: dict[RelationKind | None, str] = {
    RelationKind.EXTENDS: "both extend {what}",
    RelationKind.PRODUCES: "both produce {what}",
    RelationKind.INSPIRED_BY: "both are inspired by {what}",
    RelationKind.COMPARES_WITH: "both compare themselves with {what}",
    RelationKind.USES: "both use {what}",
    None: "both relate to {what}",
}
_SHARED = {
    ReasonKind.NAMED_TOGETHER: "both are named by {what}",
    ReasonKind.BENCHMARKS: "both are evaluated on {what}",
    ReasonKind.ORGANIZATIONS: "both are by {what}",
    ReasonKind.CATEGORIES: "both are in {what}",
}
_VOCABULARIES = {
    ReasonKind.STAGES: "action",
    ReasonKind.MODELS: "model",
    ReasonKind.ORGANIZATIONS: "organization",
    ReasonKind.CATEGORIES: "category",
}
_MOST_NAMED = 3


class Kinship:
    """Says reasons in one language; ids of the catalog become names."""

    def __init__(self, catalog: Catalog, given: Sequence[str], language: str) -> None:
        self._catalog, self._language = catalog, language
        self._given = given
        self._numbers = {entry_id: number for number, entry_id in enumerate(catalog.ids)}

    def said(self, reason: Reason) -> str:
        """Return `reason` as a sentence about the related work, which is ``it``; of several given works it says with which."""
        if reason.kind is ReasonKind.RELATION:
            return self._relation(reason)
        said = self._shared(reason)
        if len(self._given) == 1:
            return said
        return self._label("with {name}: {reason}").format(name=self._name(reason.entry), reason=said)

    def brief(self, entry_id: str) -> Brief:
        """Return the light form of an entry."""
        return self._catalog.brief(self._numbers[entry_id])

    def _relation(self, reason: Reason) -> str:
        """Return who declares what of the two works, or of something one of them made."""
        given, it = self._name(reason.entry), self._label("it")
        is_of_given = reason.declared_by == reason.entry
        made = self._artifact(reason.shared[0])
        if is_of_given:
            what = self._label("its {part}").format(part=made) if made else it
        else:
            what = self._label("{part} of {whole}").format(part=made, whole=given) if made else given
        return self._label(_RELATIONS[reason.relation]).format(who=given if is_of_given else it, what=what)

    def _shared(self, reason: Reason) -> str:
        """Return what both works have in common."""
        if reason.kind is ReasonKind.STAGES:
            steps = " → ".join(self._names(reason))
            return self._label("share {count} steps in order: {what}").format(count=len(reason.shared), what=steps)
        if reason.kind is ReasonKind.TEXT:
            return self._label("share the words: {what}").format(what=comma(self._language).join(reason.shared))
        what = self._listed(self._names(reason))
        if reason.kind is ReasonKind.SHARED_RELATION:
            return self._label(_SHARED_RELATIONS[reason.relation]).format(what=what)
        if reason.kind is ReasonKind.MODELS:
            return self._label("both use {what} as {role}" if reason.role else "both use {what}").format(
                what=what, role=self._label(reason.role)
            )
        return self._label(_SHARED[reason.kind]).format(what=what)

    def _names(self, reason: Reason) -> list[str]:
        """Return what is shared as people call it."""
        if vocabulary := _VOCABULARIES.get(reason.kind):
            return [self._catalog.terms.name(vocabulary, one, self._language) for one in reason.shared]
        return [self._artifact(one) or (self._name(one) if one in self._numbers else one) for one in reason.shared]

    def _artifact(self, target: str) -> str:
        """Return the name of the artifact that ``entry/artifact`` means; nothing where `target` is something else."""
        entry_id, slash, artifact = target.partition("/")
        if not slash or entry_id not in self._numbers:
            return ""
        made = self.brief(entry_id).record["artifacts"]
        return next((str(one["name"]) for one in made if one["id"] == artifact), "")

    def _listed(self, names: Sequence[str]) -> str:
        """Return the first of `names` as an enumeration, and how many more there are."""
        if len(names) > _MOST_NAMED:
            some = comma(self._language).join(names[:_MOST_NAMED])
            return self._label("{some} and {count} more").format(some=some, count=len(names) - _MOST_NAMED)
        *others, last = names
        return self._label("{one} and {other}").format(one=comma(self._language).join(others), other=last) if others else last

    def _name(self, entry_id: str) -> str:
        return self.brief(entry_id).name

    def _label(self, text: str) -> str:
        return label(text, self._language)
