"""Paper lists in Markdown, read by what they look like.

Layer: exchange. ``blocks`` and ``html`` cut the text, ``outline`` finds its sections, ``shapes`` the entries in them, ``works`` makes one
work of its several places, ``pairing`` sets two languages side by side, ``drafting`` makes the draft of a catalog of it all.
"""

from collections.abc import Sequence

from ...model.draft import Draft
from ...model.list_text import ListAsWritten
from ..document import Document


def read_lists(documents: Sequence[Document]) -> Draft:
    """Return the draft of the list that `documents` are: one text, its pages, or its languages.

    What stands where entries stand and was not understood is in the draft's `skipped`, with its line; nothing is an error.
    """
    from .drafting import draft_of
    from .listing import read_listing

    return draft_of([read_listing(document) for document in documents])


def read_as_written(documents: Sequence[Document]) -> tuple[ListAsWritten, ...]:
    """Return the lists that `documents` are, each with its texts as they are written, its draft, and where each work appears.

    Two texts are the languages of one list where they hold mostly the same works; any other text is a list by itself.
    """
    from .drafting import drafted
    from .languages import grouped
    from .listing import read_listing
    from .texts import read_text

    found = []
    for listings in grouped([read_listing(document) for document in documents]):
        drafting = drafted(listings)
        texts = tuple(read_text(listing.document, listing.language) for listing in listings)
        found.append(ListAsWritten(texts=texts, draft=drafting.draft, appearances=tuple(drafting.appearances)))
    return tuple(found)
