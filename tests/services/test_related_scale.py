"""How relating holds up in a catalog of thousands."""

from itertools import count
from typing import Any

import pytest

from awesome_mm.services.related import relate
from awesome_mm.services.relating import pipelines
from awesome_mm.store import places
from awesome_mm.store.cache import open_catalog
from forms import lines_of
from generate import generated

WORKS = 3_000


def test_works_are_found_again_among_thousands(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Among thousands of others the near works stay first; no entry is decoded, and no work is compared with all pairs of others."""
    path = tmp_path / "many.jsonl"
    path.write_text("".join(lines_of(generated(WORKS, places.bundled_catalog()))), encoding="utf-8")
    many = open_catalog(path)
    compared = count()
    common_steps = pipelines.common_steps

    def counted(*arguments: Any) -> tuple[str, ...]:
        next(compared)
        return common_steps(*arguments)

    def decoded(number: int) -> None:
        raise AssertionError(number)

    monkeypatch.setattr(pipelines, "common_steps", counted)
    monkeypatch.setattr(many._records, "entry", decoded)

    first = [one.id for one in relate(many, ["imgedit"])[:3]]

    assert set(first) == {"refcoco-edit", "refedit", "bytemorph"}
    assert next(compared) <= len(many)
