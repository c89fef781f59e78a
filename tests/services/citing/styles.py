"""Entries of bibliographies as the places write them from which people copy, and as people write them by hand."""

from collections.abc import Callable

from awesome_mm.exchange.reference import split_name
from awesome_mm.model.entry import Entry

Style = Callable[[Entry], str]


def _id(entry: Entry) -> str:
    return entry.links.arxiv[0]


def _year(entry: Entry) -> str:
    return (entry.published or "")[:4]


def _turned(entry: Entry, most: int | None = None) -> str:
    """Return the authors as ``Family, Given``."""
    people = [split_name(name) for name in entry.authors[:most]]
    return " and ".join(f"{one.family}, {one.given}" if one.given else f"{{{one.family}}}" for one in people)


def _initials(entry: Entry) -> str:
    people = [split_name(name) for name in entry.authors]
    return " and ".join(f"{one.family}, {' '.join(f'{word[0]}.' for word in one.given.replace('-', ' ').split())}" for one in people)


def _others(entry: Entry) -> str:
    return "" if entry.authors_complete else " and others"


def _tex(text: str) -> str:
    return text.replace("&", r"\&").replace("ç", r"{\c c}").replace("é", r"{\'e}").replace("ü", r"{\"u}")


def google_scholar(entry: Entry) -> str:
    """Return the entry as Google Scholar gives it: a title without capitals, a journal with the id."""
    more = " and others" if len(entry.authors) > 10 or not entry.authors_complete else ""
    return f"""@article{{x,
  title={{{entry.title.capitalize()}}},
  author={{{_tex(_turned(entry, 10))}{more}}},
  journal={{arXiv preprint arXiv:{_id(entry)}}},
  year={{{_year(entry)}}}
}}"""


def dblp_preprint(entry: Entry) -> str:
    """Return the entry as DBLP has what is on arXiv."""
    authors = " and\n                  ".join(map(_tex, entry.authors)) + _others(entry)
    return f"""@article{{DBLP:journals/corr/abs-{_id(entry).replace(".", "-")},
  author       = {{{authors}}},
  title        = {{{_tex(entry.title).replace(f"{entry.name}: ", f"{{{entry.name}}}: ", 1)}}},
  journal      = {{CoRR}},
  volume       = {{abs/{_id(entry)}}},
  year         = {{{_year(entry)}}},
  url          = {{https://doi.org/10.48550/arXiv.{_id(entry)}}},
  doi          = {{10.48550/ARXIV.{_id(entry)}}},
  eprinttype    = {{arXiv}},
  eprint       = {{{_id(entry)}}},
  timestamp    = {{Tue, 08 Oct 2025 17:24:54 +0200}},
  biburl       = {{https://dblp.org/rec/journals/corr/abs-{_id(entry).replace(".", "-")}.bib}},
  bibsource    = {{dblp computer science bibliography, https://dblp.org}}
}}"""


def arxiv(entry: Entry) -> str:
    """Return the entry as arXiv exports it."""
    return f"""@misc{{x,
      title={{{_tex(entry.title)}}},
      author={{{" and ".join(entry.authors)}{_others(entry)}}},
      year={{{_year(entry)}}},
      eprint={{{_id(entry)}v3}},
      archivePrefix={{arXiv}},
      primaryClass={{cs.CV}},
      url={{https://arxiv.org/abs/{_id(entry)}v3}},
}}"""


def semantic_scholar(entry: Entry) -> str:
    """Return the entry as Semantic Scholar gives it."""
    return f"""@article{{X,
  title={{{entry.title.title()}}},
  author={{{" and ".join(entry.authors)}{_others(entry)}}},
  journal={{ArXiv}},
  year={{{_year(entry)}}},
  volume={{abs/{_id(entry)}}},
  url={{https://api.semanticscholar.org/CorpusID:276928000}}
}}"""


def zotero(entry: Entry) -> str:
    """Return the entry as Better BibTeX writes it: capitals in double braces, a day, remarks, and an abstract that names other papers."""
    words = " ".join(f"{{{{{word}}}}}" if word[0].isupper() else word for word in _tex(entry.title).split())
    return f"""@online{{x,
  title = {{{words}}},
  shorttitle = {{{entry.name}}},
  author = {{{_turned(entry)}{_others(entry)}}},
  date = {{{entry.published}}},
  eprint = {{{_id(entry)}}},
  eprinttype = {{arXiv}},
  eprintclass = {{cs}},
  doi = {{10.48550/arXiv.{_id(entry)}}},
  url = {{http://arxiv.org/abs/{_id(entry)}}},
  urldate = {{2026-02-03}},
  abstract = {{Unlike https://arxiv.org/abs/2501.00001, we do better.}},
  pubstate = {{prepublished}},
  keywords = {{Computer Science - Computer Vision}},
  note = {{Comment: extends arXiv:2501.00002}},
  file = {{/home/x/{_id(entry)}.pdf}}
}}"""


def ads(entry: Entry) -> str:
    """Return the entry as the Astrophysics Data System exports it: family names in braces, the id as a page."""
    people = [split_name(name) for name in entry.authors]
    authors = " and ".join(f"{{{one.family}}}, {one.given}" if one.given else f"{{{one.family}}}" for one in people) + _others(entry)
    return f"""@ARTICLE{{2025arXiv250308741Z,
       author = {{{_tex(authors)}}},
        title = "{{{_tex(entry.title)}}}",
      journal = {{arXiv e-prints}},
         year = {_year(entry)},
          eid = {{arXiv:{_id(entry)}}},
        pages = {{arXiv:{_id(entry)}}},
          doi = {{10.48550/arXiv.{_id(entry)}}},
archivePrefix = {{arXiv}},
       eprint = {{{_id(entry)}}},
}}"""


def by_hand(entry: Entry) -> str:
    """Return the entry as somebody in haste writes it: initials, the first author and others, the subtitle left out, the id in a note."""
    head, _, rest = entry.title.partition(": ")
    return f"""@misc{{x, author = "{_initials(entry).split(" and ")[0]} and et al.", title = "{_tex(head if rest else entry.title)}",
  note = "arXiv:{_id(entry)}", year = {_year(entry)}}}"""


def with_initials(entry: Entry) -> str:
    """Return the entry as publishers have it: initials, a long name of the venue, the title in sentence case with a full stop."""
    return f"""@inproceedings{{x,
  author = {{{_initials(entry)}{_others(entry)}}},
  title = {{{_tex(entry.title.capitalize())}.}},
  booktitle = {{Proceedings of the Conference on Things of the Year {int(_year(entry)) + 1}}},
  pages = {{1--20}},
  publisher = {{Springer}},
  year = {{{int(_year(entry)) + 1 if not entry.venue else entry.venue.year or _year(entry)}}}
}}"""


def cvf(entry: Entry) -> str:
    """Return the entry as the pages of CVPR and ICCV have it."""
    return f"""@InProceedings{{X_2025_ICCV,
    author    = {{{_tex(_turned(entry))}{_others(entry)}}},
    title     = {{{_tex(entry.title)}}},
    booktitle = {{Proceedings of the IEEE/CVF International Conference on Computer Vision (ICCV)}},
    month     = {{October}},
    year      = {{{entry.venue.year if entry.venue and entry.venue.year else _year(entry)}}},
    pages     = {{1-10}}
}}"""


def openreview(entry: Entry) -> str:
    """Return the entry as OpenReview has it: the name of the venue written out, and a forum."""
    return f"""@inproceedings{{
x,
title={{{_tex(entry.title)}}},
author={{{" and ".join(entry.authors)}{_others(entry)}}},
booktitle={{The Thirteenth International Conference on Learning Representations}},
year={{{entry.venue.year if entry.venue and entry.venue.year else _year(entry)}}},
url={{https://openreview.net/forum?id=aBcDeFgHi{entry.id[0]}}}
}}"""


def address_alone(entry: Entry) -> str:
    """Return the entry as it is made of a web page: an address, a day of access, no year."""
    return f"""@online{{x, author = {{{_turned(entry, 2)} and others}}, title = {{{{{_tex(entry.title)}}}}},
  howpublished = {{\\url{{https://arxiv.org/pdf/{_id(entry)}.pdf}}}}, note = {{Accessed: 2026-01-05}}}}"""


def all_one_line(entry: Entry) -> str:
    """Return the entry on a line, values joined by #, a month with a day, the names in the order of China."""
    names = " and ".join(f"{one.family} {one.given}".strip() for one in map(split_name, entry.authors))
    return (
        f"@article(x, title = {{{_tex(entry.title)}}}, author = {{{names}{_others(entry)}}}, month = mar # {{~12}}, "
        f'journal = "arXiv:" # "{_id(entry)}" # " [cs.CV]", year = "{_year(entry)}")'
    )


STYLES: tuple[Style, ...] = (
    google_scholar,
    dblp_preprint,
    arxiv,
    semantic_scholar,
    zotero,
    ads,
    by_hand,
    with_initials,
    cvf,
    openreview,
    address_alone,
    all_one_line,
)


def plainnat(entry: Entry) -> str:
    """Return the entry as an item of plainnat."""
    names = ", ".join(entry.authors[:-1]) + f", and {entry.authors[-1]}" if len(entry.authors) > 1 else entry.authors[0]
    more = "" if entry.authors_complete else ", et~al"
    return f"""\\bibitem[Some et~al.({_year(entry)})Some, {{van der}} Other]{{x}}
{_tex(names)}{more}.
\\newblock {_tex(entry.title)}.
\\newblock \\emph{{arXiv preprint arXiv:{_id(entry)}}}, {_year(entry)}."""


def ieee(entry: Entry) -> str:
    """Return the entry as an item of IEEEtran."""
    people = [split_name(name) for name in entry.authors[:1]]
    first = f"{people[0].given[:1]}.~{people[0].family}"
    return f"""\\bibitem{{x}}
{_tex(first)} \\emph{{et~al.}}, ``{_tex(entry.title)},'' \\emph{{arXiv preprint arXiv:{_id(entry)}}}, {_year(entry)}."""


def lncs(entry: Entry) -> str:
    """Return the entry as an item of Springer's, in which nothing sets the title apart."""
    return f"""\\bibitem{{x}}
{_tex(_initials(entry).replace(" and ", ", "))}: {_tex(entry.title)}. arXiv preprint arXiv:{_id(entry)} ({_year(entry)})"""


ITEMS: tuple[Style, ...] = (plainnat, ieee, lncs)
