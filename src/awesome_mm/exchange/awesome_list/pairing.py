"""Several texts as one list: pages of one language laid over each other, languages set side by side.

Layer: exchange. Two languages are matched by the works that their sections share, then by where they stand; headings need not be alike.
"""

from collections.abc import Iterator, Sequence

from ...model.text import squash
from .places import Place, Prose, Tree


def merged(trees: Sequence[Tree]) -> Tree:
    """Return one of `trees` with all others laid into it."""
    leading = _leading(trees)
    for tree in trees:
        if tree is leading:
            continue
        match = _same_language(leading, tree) if tree.language == leading.language else _matched(leading, tree)
        _lay(tree.root, leading.root, match)
        if tree.language == leading.language:
            known = {squash(one.text) for one in leading.prose}
            leading.prose += [one for one in tree.prose if squash(one.text) not in known]
    return leading


def _leading(trees: Sequence[Tree]) -> Tree:
    """Return the tree with the most works; in English, of which ids are made, unless that is a page of a list in another language."""
    sizes = {id(tree): len({work for place in tree.root.walk() for work in place.works}) for tree in trees}
    largest = max(sizes.values())
    english = [tree for tree in trees if tree.language == "en" and 2 * sizes[id(tree)] >= largest]
    return max(english or trees, key=lambda tree: sizes[id(tree)])


def paired_prose(trees: Sequence[Tree], leading: Tree) -> Iterator[tuple[dict[str, Prose], bool]]:
    """Yield the prose of the list, what two languages say in the same place together, with whether it stands after the works."""
    others = [tree for tree in trees if tree.language != leading.language]
    for is_after in (False, True):
        own = [one for one in leading.prose if one.is_after == is_after]
        rows: list[dict[str, Prose]] = [{leading.language: one} for one in own]
        for tree in others:
            theirs = [one for one in tree.prose if one.is_after == is_after]
            if len(theirs) == len(own):
                for row, one in zip(rows, theirs, strict=False):  # behind them stand those of other texts
                    row.setdefault(tree.language, one)
            else:
                rows += [{tree.language: one} for one in theirs]
        yield from ((row, is_after) for row in rows)


def _lay(source: Place, target: Place, match: dict[Place, Place]) -> None:
    """Move the works and the texts of `source` and all inside it to the places of `match`, or to new ones."""
    for language, text in source.prose.items():
        held = target.prose.get(language)
        target.prose[language] = text if not held or squash(text) == squash(held) else f"{held}\n\n{text}"
    for language, title in source.titles.items():
        target.titles.setdefault(language, title)
    for work in source.works:
        if work not in target.works:
            target.works.append(work)
    for child in list(source.children):
        if child in match:
            _lay(child, match[child], match)
        else:
            child.parent = target
            target.children.append(child)
            _lay_children(child, match)


def _lay_children(place: Place, match: dict[Place, Place]) -> None:
    """Lay those inside a place that found no match: some of them may have one elsewhere."""
    for child in list(place.children):
        if child in match:
            place.children.remove(child)
            _lay(child, match[child], match)
        else:
            _lay_children(child, match)


def _same_language(leading: Tree, tree: Tree) -> dict[Place, Place]:
    """Match places by the headings that lead to them, or by a heading that only one place has."""
    language = leading.language
    by_path = {_path(place, language): place for place in leading.root.walk()}
    by_title: dict[str, list[Place]] = {}
    for place in leading.root.walk():
        by_title.setdefault(squash(place.titles.get(language, "")), []).append(place)
    match = {}
    for place in tree.root.walk():
        title = squash(place.titles.get(language, ""))
        alone = by_title.get(title, [])
        if found := by_path.get(_path(place, language)) or (alone[0] if len(alone) == 1 and title else None):
            match[place] = found
    return match


def _path(place: Place, language: str) -> tuple[str, ...]:
    above = _path(place.parent, language) if place.parent else ()
    return (*above, squash(place.titles.get(language, "")))


def _matched(leading: Tree, tree: Tree) -> dict[Place, Place]:
    """Match the places of another language: by shared works, then outwards to what they stand in, then by position."""
    match: dict[Place, Place] = {}
    for score, _, place, other in sorted(_shares(leading, tree), key=lambda share: (-share[0], share[1])):
        if score and place not in match and other not in match.values():
            match[place] = other
    for place in list(match):
        _match_outwards(place, match[place], match)
    match[tree.root] = leading.root
    _match_by_position(tree.root, match)
    return match


def _shares(leading: Tree, tree: Tree) -> Iterator[tuple[float, int, Place, Place]]:
    """Yield how large a part of their works two places share, and how far apart they stand."""
    others = [place for place in leading.root.walk() if place.works]
    order = {place: number for number, place in enumerate(leading.root.walk())}
    for number, place in enumerate(tree.root.walk()):
        for other in others if place.works else ():
            shared = len(set(place.works) & set(other.works))
            if shared:
                yield shared / len(set(place.works) | set(other.works)), abs(number - order[other]), place, other


def _match_outwards(place: Place, other: Place, match: dict[Place, Place]) -> None:
    while place.parent and other.parent and place.depth == other.depth:
        place, other = place.parent, other.parent
        if place in match or other in match.values():
            return
        match[place] = other


def _match_by_position(place: Place, match: dict[Place, Place]) -> None:
    taken = set(match.values())
    own = [child for child in place.children if child not in match]
    theirs = [child for child in match[place].children if child not in taken] if place in match else []
    if len(own) == len(theirs):
        match.update(zip(own, theirs, strict=True))
    for child in place.children:
        if child in match:
            _match_by_position(child, match)
