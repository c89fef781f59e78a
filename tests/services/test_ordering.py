"""The orders a list may be asked for."""

from typing import Any

import pytest

from awesome_mm.errors import WrongUsage
from awesome_mm.model.catalog import Catalog
from awesome_mm.model.facts import Quantity, Status
from awesome_mm.model.taxonomy import Category
from awesome_mm.services.ordering import arrange
from awesome_mm.services.orders import ORDERS
from tests.factories import make_catalog, make_figure, make_method, make_text, make_vocabularies


def arranged(catalog: Catalog, order: str | None) -> list[str]:
    """Return the ids in `order`."""
    return [brief.id for brief in arrange(catalog, catalog.briefs, order)]


def scaled(entry_id: str, unit: str = "image", status: Status = Status.UNVERIFIED, **quantity: Any) -> Any:
    """Return an entry with a headline figure."""
    figure = make_figure(quantity=Quantity(unit=unit, **quantity), headline=True, status=status, reason=make_text())
    return make_method(entry_id, figures=(figure,))


def test_without_an_order_it_is_the_catalogs() -> None:
    """Nothing is moved when no order was asked for."""
    assert arranged(make_catalog(make_method("b"), make_method("a")), None) == ["b", "a"]


@pytest.mark.parametrize("order", ORDERS)
def test_what_is_equal_keeps_the_catalogs_order(order: str) -> None:
    """Every order leaves equals, and those without the value, as they stand."""
    catalog = make_catalog(*(make_method(one, name="Same") for one in ("c", "a", "b")))

    assert arranged(catalog, order) == ["c", "a", "b"]


@pytest.mark.parametrize("order", ORDERS)
def test_an_empty_list_has_every_order(order: str) -> None:
    """There is nothing to arrange."""
    assert arranged(make_catalog(), order) == []


def test_the_newest_stand_first() -> None:
    """Dates fall; a month goes before its year alone, a day before its month, and the undated stand last."""
    dates = {"none": None, "y": "2024", "m": "2024-12", "d": "2024-12-02", "old": "2023-12-31", "new": "2025-01"}
    catalog = make_catalog(*(make_method(one, published=date) for one, date in dates.items()))

    assert arranged(catalog, "published") == ["new", "d", "m", "y", "old", "none"]


def test_names_know_no_case() -> None:
    """Names stand as in a register: folded, Chinese ones after Latin."""
    names = {"a": "beta", "b": "Alpha", "c": "Émile", "d": "字节", "e": "delta"}
    catalog = make_catalog(*(make_method(one, name=name) for one, name in names.items()))

    assert arranged(catalog, "name") == ["b", "a", "e", "c", "d"]


def test_categories_stand_as_printed() -> None:
    """Categories follow the file, entries the category's own order, and what that leaves out comes at the category's end."""
    vocabularies = make_vocabularies(
        category={
            "second": Category(title=make_text("S"), order=("s",)),
            "first": Category(title=make_text("F"), order=("f2", "f1")),
        }
    )
    placed = {"f0": "first", "s0": "second", "f1": "first", "s": "second", "f2": "first"}
    catalog = make_catalog(*(make_method(one, categories=(category,)) for one, category in placed.items()), vocabularies=vocabularies)

    assert arranged(catalog, "category") == ["s", "s0", "f2", "f1", "f0"]


def test_only_the_first_placement_counts() -> None:
    """An entry stands where it is printed, not where it is placed as well."""
    vocabularies = make_vocabularies(
        category={"one": Category(title=make_text("1"), order=("b", "a")), "two": Category(title=make_text("2"), order=("b",))}
    )
    catalog = make_catalog(make_method("b", categories=("two", "one")), make_method("a", categories=("one",)), vocabularies=vocabularies)

    assert arranged(catalog, "category") == ["a", "b"]


def test_scale_is_compared_within_a_unit() -> None:
    """The largest stand first among those of one unit; units follow the catalog, and works without a figure stand last."""
    catalog = make_catalog(
        make_method("none"),
        scaled("tokens", unit="token", value=10**12),
        scaled("few", value=10),
        scaled("many", value=10**9),
        scaled("more-tokens", unit="token", value=10**13),
    )

    assert arranged(catalog, "scale") == ["many", "few", "more-tokens", "tokens", "none"]


def test_a_bounded_scale_counts_by_its_lower_bound() -> None:
    """`At least` stands for the number, `at most` where there is nothing else."""
    catalog = make_catalog(
        scaled("least", at_least=50, at_most=1000),
        scaled("most", at_most=70),
        scaled("value", value=60, about=True),
        scaled("huge", value=10**40),
        scaled("half", value=0.5),
    )

    assert arranged(catalog, "scale") == ["huge", "most", "value", "least", "half"]


def test_a_scale_of_nothing_is_a_scale() -> None:
    """A headline of 0 stands before a work without one."""
    assert arranged(make_catalog(make_method("none"), scaled("zero", value=0)), "scale") == ["zero", "none"]


def test_a_disputed_headline_never_sorts() -> None:
    """A figure in dispute is as good as none."""
    catalog = make_catalog(scaled("disputed", value=10**9, status=Status.DISPUTED), scaled("sound", value=1))

    assert arranged(catalog, "scale") == ["sound", "disputed"]


def test_only_the_headline_is_the_scale() -> None:
    """Other figures do not make a work large."""
    other = make_method("other", figures=(make_figure(value=10**9),))

    assert arranged(make_catalog(other, scaled("small", value=1)), "scale") == ["small", "other"]


@pytest.mark.parametrize("order", ["Scale", " NAME ", "published"])
def test_orders_know_no_case(order: str) -> None:
    """An order is named as other closed words are."""
    assert arranged(make_catalog(make_method("a")), order) == ["a"]


@pytest.mark.parametrize(("order", "fix"), [("publishd", "Near: published."), ("", "Known are published, name, category, scale.")])
def test_an_unknown_order_is_wrong_usage(order: str, fix: str) -> None:
    """What is no order, even an empty one, is complained of."""
    with pytest.raises(WrongUsage, match="--sort") as caught:
        arranged(make_catalog(), order)

    assert caught.value.fix == fix
