"""What ``lint`` is to look at: catalogs and lists in Markdown, as they are or as they were at a revision.

Layer: cli.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ..errors import CatalogInvalid, WrongUsage

if TYPE_CHECKING:
    from ..exchange.document import Document
    from ..model.list_text import ListAsWritten, ListText
    from ..services.checks.finding import Check, Finding
    from ..services.checks.records import RecordsAtHand
    from ..services.checks.subject import Subject
    from ..store.catalog_file import Checked, DecodedCatalog


_LANGUAGE = r"(?:[._-](?P<language>en|zh|cn|(?:zh|en)[-_](?:cn|tw|hk|hans|hant|us|gb)|english|chinese|中文|英文))?"
_NAME = re.compile(rf"(?i)(?P<base>[^.]+?){_LANGUAGE}(?P<suffix>\.md|\.markdown)")
_LARGEST_BESIDE = 4 * 1024 * 1024  # bytes
_MOST_BESIDE = 8


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """Catalogs by the path they were named by, and the texts of lists; those `beside` were not named, and are only compared with."""

    catalogs: dict[str, Checked] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
    beside: frozenset[str] = frozenset()

    @property
    def names(self) -> list[str]:
        """What is checked."""
        return [*self.catalogs, *(document.path for document in self.documents if document.path not in self.beside)]

    @property
    def unread(self) -> frozenset[str]:
        """The files of catalogs that could not be read, in which nothing else was looked for."""
        return frozenset(str(source.path) for checked in self.catalogs.values() if checked.faults for source in checked.sources)

    @property
    def sound(self) -> list[DecodedCatalog]:
        """The catalogs that could be read."""
        return [checked.catalog for checked in self.catalogs.values() if checked.catalog]

    @cached_property
    def lists(self) -> tuple[ListAsWritten, ...]:
        """The lists that the texts are."""
        from ..exchange.awesome_list import read_as_written

        return read_as_written(self.documents) if self.documents else ()

    @cached_property
    def sources(self) -> dict[str, str]:
        """The text of every file that may hold suppressions, by path."""
        files = {str(source.path) for checked in self.catalogs.values() for source in checked.sources if source.path.suffix == ".toml"}
        return {document.path: document.text for document in self.documents} | {
            file: Path(file).read_text(encoding="utf-8-sig") for file in files if Path(file).is_file()
        }

    def faults(self, checks: Sequence[Check]) -> Iterator[Finding]:
        """Yield what keeps catalogs from being read, as findings."""
        from ..services.checks.finding import said
        from ..services.checks.made_elsewhere import CATALOG_INVALID
        from ..store.decode import key_path

        for checked in self.catalogs.values() if CATALOG_INVALID in checks else ():
            for fault in checked.faults:
                entry = str(fault.key[1]) if len(fault.key) > 1 else ""
                message = f"{key_path(fault.key)}: {fault.problem}" if fault.key else fault.problem
                finding = CATALOG_INVALID.at(
                    fault.path,
                    fault.line,
                    said(message, message),
                    said("docs/schema.md describes every field.", "各字段说明见 docs/schema.md。"),
                    entry=entry,
                )
                yield replace(finding, field=".".join(map(str, fault.key[2:])))


def read_inputs(named: Iterable[str]) -> Inputs:
    """Return what the paths hold: files in Markdown, catalogs, and folders of either.

    Raises:
        WrongUsage: there is nothing at a path, or nothing that can be checked.
    """
    from ..store.catalog_file import check_catalog
    from .documents import documents

    paths = list(named)
    catalogs, texts = _units(paths)
    found = documents(texts)
    _check_forms(found)
    others: list[Document] = []
    for name in _other_languages(texts):
        with suppress(WrongUsage):  # nobody named it
            others += documents([name])
    return Inputs(
        catalogs={str(path): check_catalog(path) for path in catalogs},
        documents=(*found, *others),
        beside=frozenset(document.path for document in others),
    )


def _other_languages(texts: Sequence[str]) -> list[str]:
    """Return the files beside `texts` that are called as other languages of them: ``README_zh.md`` beside ``README.md``."""
    named = {os.path.normpath(text) for text in texts}
    found: dict[str, None] = {}
    for text in texts:
        match = _NAME.fullmatch(Path(text).name)
        if match is None or text == "-" or "://" in text or not Path(text).is_file():
            continue
        for other in sorted(Path(text).parent.iterdir()):
            its = _NAME.fullmatch(other.name)
            is_other = its and (its["base"], its["suffix"]) == (match["base"], match["suffix"]) and (its["language"] or match["language"])
            if is_other and os.path.normpath(other) not in named and other.is_file() and 0 < other.stat().st_size <= _LARGEST_BESIDE:
                found[str(other)] = None
    return list(found)[:_MOST_BESIDE]


def _units(named: Sequence[str]) -> tuple[list[Path], list[str]]:
    """Return the catalogs and the texts that paths lead to: of folders what is in them.

    Raises:
        WrongUsage: a folder holds neither.
    """
    from .versions import Place, catalogs_in, is_there, names_of_texts

    catalogs: list[Path] = []
    texts: list[str] = []
    for name in named:
        if "://" in name:
            raise WrongUsage(f"{name}: addresses are not checked.", "Fetch it into a file first.")
        place = Place(name, Path(name))
        if name != "-" and not is_there(place.path):
            raise WrongUsage(f"{name}: there is no such file.", "Check the path; `-` stands for standard input.")
        own = catalogs_in(place) if name != "-" else []
        inside = names_of_texts(place) if name != "-" and place.path.is_dir() and place.path not in own else []
        if not own and not inside and name != "-" and place.path.is_dir():
            raise WrongUsage(f"{name}: the folder holds no catalog and no list in Markdown.", "Name a file, or a folder of them.")
        catalogs += own
        texts += filter(_is_list, inside) if own or place.path.is_dir() else [name]
    return catalogs, texts


def _is_list(name: str) -> bool:
    """Whether a file of a folder is one that can be checked: others may stand beside lists."""
    from .documents import documents

    try:
        _check_forms(documents([name]))
    except WrongUsage:
        return False
    return True


def _check_forms(documents: Iterable[Document]) -> None:
    from ..exchange.sniffing import Form, sniff

    for document in documents:
        if sniff(document) is not Form.MARKDOWN:
            raise WrongUsage(
                f"{document.path}: is no list in Markdown.",
                "Lists in Markdown and catalogs are checked; `import` makes a catalog of others.",
            )


def inputs_at(revision: str, named: Sequence[str]) -> Inputs:
    """Return what the paths held at `revision`; what was not there, or was no sound catalog, holds nothing.

    Raises:
        WrongUsage: there is no such revision, or a path lies in no repository.
    """
    from ..exchange.document import Document
    from ..store.catalog_file import Checked
    from ..store.revisions import is_revision, is_there_at
    from .versions import Place, catalog_at, texts_at

    for name in named:
        if name == "-" or not is_revision(revision, Path(name)):
            raise WrongUsage(f"--since {revision}: there is no such revision of {name}.", "`git log --oneline` shows which there are.")
    catalogs: dict[str, Checked] = {}
    texts: list[Document] = []
    own, paths = _units(named)
    paths += _other_languages(paths)
    for path in own:
        if is_there_at(revision, path):
            with suppress(CatalogInvalid):
                catalogs[str(path)] = Checked(catalog=catalog_at(Place(str(path), path, revision)), faults=(), sources=())
    for name in paths:
        if is_there_at(revision, Path(name)):
            texts += [Document(path=path, text=text) for path, text in texts_at(Place(name, Path(name), revision))]
    return Inputs(catalogs=catalogs, documents=tuple(texts))


def subjects(inputs: Inputs, records: RecordsAtHand, today: date, max_age: timedelta | None) -> Iterator[Subject]:
    """Yield what checks look at: each catalog, and each list with its languages."""
    from ..services.checks.subject import Subject, cases_of_catalog, cases_of_list
    from ..store.neighbours import files_beside

    for path, checked in inputs.catalogs.items():
        if (catalog := checked.catalog) is None:
            continue
        yield Subject(
            path=path,
            cases=cases_of_catalog(catalog.entries, path),
            head=catalog.head,
            vocabularies=catalog.vocabularies,
            records=records,
            today=today,
            max_age=max_age,
        )
    known = {os.path.normpath(text.path): text.anchors for one in inputs.lists for text in one.texts}
    for one in inputs.lists:
        anchors = {f"{text.path}\0{path}": known[place] for text in one.texts for path, place in _others(text) if place in known}
        files = {
            f"{text.path}\0{target}": is_there
            for text in one.texts
            for target, is_there in files_beside(Path(text.path), [link.target for link in text.links]).items()
        }
        yield Subject(cases=cases_of_list(one), written=one, records=records, today=today, max_age=max_age, files=files, anchors=anchors)


def _others(text: ListText) -> Iterator[tuple[str, str]]:
    """Yield the files that a text links with an anchor, as they are written and where they lie."""
    for link in text.links:
        path, mark, _ = link.target.partition("#")
        if path and mark and "://" not in path and "\0" not in path:
            yield path, os.path.normpath(Path(text.path).parent / unquote(path))


def located(findings: Iterable[Finding], inputs: Inputs, subject: Subject) -> Iterator[Finding]:
    """Yield what is found in `subject`, in a catalog with the file and line that the key paths lead to."""
    from ..store.fault_places import found_at

    for finding in findings:
        checked = inputs.catalogs.get(finding.path or subject.path) if finding.key else None
        if checked is None:
            yield finding
            continue
        file, line = found_at(finding.key, checked.sources) or (Path(finding.path or subject.path), 0)
        yield replace(finding, path=str(file), line=line)
