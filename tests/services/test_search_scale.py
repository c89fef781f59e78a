"""How search holds up in a catalog of thousands: the judged works among ten thousand others."""

from pathlib import Path
from statistics import fmean

import pytest

from awesome_mm.model.brief import Brief
from awesome_mm.model.catalog import Catalog
from awesome_mm.services.asking import ask
from awesome_mm.services.search import rank
from awesome_mm.store import places
from awesome_mm.store.cache import open_catalog
from forms import lines_of
from generate import generated
from tests.services.test_search_quality import TUNED

DISTRACTORS = 10_000


@pytest.fixture(scope="module")
def among_many(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Return the bundled catalog among entries from next to its field."""
    path: Path = tmp_path_factory.mktemp("many") / "many.jsonl"
    path.write_text("".join(lines_of(generated(DISTRACTORS, places.bundled_catalog()))), encoding="utf-8")
    return open_catalog(path)


def reciprocal_ranks(catalog: Catalog) -> list[float]:
    """Return for each judged query that has an answer the reciprocal rank of the first right one among ten."""
    ranks = []
    for query in TUNED:
        if query["relevant"]:
            ids = [hit.brief.id for hit in rank(catalog, ask(catalog, query["query"]), limit=10).hits]
            ranks.append(next((1 / place for place, one in enumerate(ids, start=1) if one in query["relevant"]), 0.0))
    return ranks


def test_right_answers_stand_first_among_thousands(among_many: Catalog) -> None:
    """Among ten thousand others the mean reciprocal rank is at least 0.95 of what it is alone."""
    alone = fmean(reciprocal_ranks(open_catalog(places.bundled_catalog())))
    hidden = fmean(reciprocal_ranks(among_many))

    print(f"MRR@10 {alone:.3f} alone, {hidden:.3f} among {DISTRACTORS:,}")  # noqa: T201 - `pytest -rP` shows it
    assert hidden >= 0.95 * alone


def test_nothing_is_read_of_what_is_not_shown(among_many: Catalog) -> None:
    """A search among thousands decodes the rows of its hits and no entry."""
    records = among_many._records
    with pytest.MonkeyPatch.context() as watched:
        read: list[int] = []
        brief = records.brief

        def watching(number: int) -> Brief:
            read.append(number)
            return brief(number)

        watched.setattr(records, "brief", watching)
        result = rank(among_many, ask(among_many, "data"), limit=5)

    assert result.matched > 1_000
    assert len(read) == 5
