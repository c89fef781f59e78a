"""Links inside the Markdown of others."""

from awesome_mm.model.taxonomy import Category, Section
from awesome_mm.render.inner_links import places_in, relinked
from awesome_mm.render.links import mark
from tests.factories import make_catalog, make_method, make_text
from tests.render.pages import dead_links
from tests.render.test_paper_list import rendered


def test_an_anchor_leads_to_the_category_or_entry_of_that_name() -> None:
    """Whatever pictures and marks the heading had; without one the label stays."""
    places = places_in(make_catalog(make_method("alpha")))

    assert relinked("See [edits](#-image-editing--) and [A](#alpha), not [gone](#gone).", places) == (
        f"See [edits]({mark('category:editing')}) and [A]({mark('entry:alpha')}), not gone."
    )


def test_what_is_relative_is_told_from_one_folder_below() -> None:
    """Addresses, anchors and code stay as they are."""
    text = '[a](LICENSE) ![b](figures/x.png) <img src="y.png"> [c](https://x.org) `[d](e)`\n\n```\n[f](g)\n```\n'

    assert relinked(text, {}, "../") == (
        '[a](../LICENSE) ![b](../figures/x.png) <img src="../y.png"> [c](https://x.org) `[d](e)`\n\n```\n[f](g)\n```\n'
    )


def test_no_inner_link_of_an_imported_list_is_dead() -> None:
    """In accounts, introductions and prose alike."""
    said = make_text("See [Methods](#-methods), [Alpha](#alpha) and [more](#nowhere).")
    introduced = Category(title=make_text("Image editing", "图像编辑"), introduction=said)
    files = rendered(make_method("alpha", summary=None, account=said), sections=(Section(text=said),), category={"editing": introduced})

    assert dead_links(files) == []
    assert "nowhere" not in "".join(files.values())
