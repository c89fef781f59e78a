"""A category whose print order is not that of its entries. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Check, Finding, Group, NewFields, Severity, said
from .subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield categories whose order names entries that stand elsewhere, names one twice, or lacks one that stands there."""
    for category_id, category in subject.vocabularies.category.items() if subject.vocabularies else ():
        if not category.order:
            continue  # they are printed as they come
        placed = [case.entry.id for case in subject.cases if category_id in case.entry.categories]
        lacking = [one for one in placed if one not in category.order]
        strange = [one for one in category.order if one not in placed]
        kept = [one for one in dict.fromkeys(category.order) if one in placed]
        right = [*kept, *lacking]
        if right != list(category.order):
            words = [("lacks", "缺少", lacking), ("names what stands elsewhere:", "列有不属于此类的", strange)]
            en = "; ".join(f"{word} {', '.join(ids)}" for word, _, ids in words if ids) or "names an entry twice"
            zh = "；".join(f"{word} {'、'.join(ids)}" for _, word, ids in words if ids) or "重复列出条目"
            yield CHECK.under(
                ("category", category_id, "order"),
                said(f"The order of {category_id} {en}.", f"{category_id} 的顺序{zh}。"),
                said("`--fix` puts it right: new entries last.", "`--fix` 可自动更正：新条目排在最后。"),
                repairs=(NewFields(section="category", one=category_id, values={"order": right}),),
            )


_ENTRY = '[method.alpha]\nname = "Alpha"\ntitle = "Alpha: Making Data"\ncategories = ["sorted"]\n\n[method.beta]\nname = "Beta"\n'
_REST = 'title = "Beta: Filtering Captions"\ncategories = ["sorted"]\n'
_CATEGORY = '[category.sorted]\ntitle = "Sorted"\norder = {}\n\n'

CHECK = Check(
    code="order-incomplete",
    group=Group.SHAPE,
    severity=Severity.WARNING,
    about=said("a category whose order is not that of its entries", "分类的顺序与其条目不一致"),
    why="""A category prints its entries in the order it gives. One that is missing there comes last, and an id that stands elsewhere is a
leftover of a move. `--fix` adds what is missing at the end and removes what does not belong.""",
    unsound={"catalog.toml": _CATEGORY.format('["alpha"]') + _ENTRY + _REST},
    sound={"catalog.toml": _CATEGORY.format('["beta", "alpha"]') + _ENTRY + _REST},
    find=find,
    fixes=True,
)
