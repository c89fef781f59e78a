"""What an address in a list leads to: a paper, its code, its data; identifiers in any written form become bare ones.

Layer: exchange.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from ...model.entry import Links
from ...model.identifiers import arxiv_id_in
from ...model.text import fold
from .pieces import Link
from .words import link_role

KINDS = ("arxiv", "doi", "openreview", "paper", "code", "data", "model", "project", "page")
PAPERS = ("arxiv", "doi", "openreview", "paper")
_PUBLISHERS = (
    r"(?:^|\.)(?:"
    + "|".join(
        re.escape(host)
        for host in (
            "aclanthology.org openaccess.thecvf.com proceedings.mlr.press proceedings.neurips.cc papers.nips.cc papers.neurips.cc ecva.net "
            "ieeexplore.ieee.org dl.acm.org link.springer.com nature.com science.org sciencedirect.com semanticscholar.org "
            "jmlr.org ojs.aaai.org "
            "ijcai.org biorxiv.org medrxiv.org techrxiv.org papers.ssrn.com cv-foundation.org roboticsproceedings.org "
            "academic.oup.com mdpi.com "
            "pnas.org cell.com wiley.com usenix.org isca-archive.org openreview.net arxiv.org researchgate.net cdn.openai.com"
        ).split()
    )
    + r")(?:/|$)"
)
# Hosts and paths, each with what they hold; the first that fits decides.
_PLACES: tuple[tuple[str, str], ...] = (
    (r"(?:^|\.)github\.com/[^/]+/[^/]+.*\.pdf$", "paper"),
    (r"(?:^|\.)git(?:hub|lab)\.com/[^/]+/[^/]+/(?:-/)?(?:issues|pulls?|discussions|stargazers)(?:/|$)", "page"),
    (r"(?:^|\.)(?:github\.com|gitlab\.com|gitee\.com|bitbucket\.org|code\.google\.com)/", "code"),
    (r"(?:^|\.)(?:huggingface\.co|hf\.co|modelscope\.cn|hf-mirror\.com)/datasets/", "data"),
    (r"(?:^|\.)(?:huggingface\.co|hf\.co)/(?:spaces|blog|papers|docs|collections)/", "page"),
    (r"(?:^|\.)arxiv\.org/", "paper"),
    (r"(?:^|\.)(?:huggingface\.co|hf\.co)/[^/]+/[^/]+", "model"),
    (r"(?:^|\.)modelscope\.cn/models/", "model"),
    (
        r"(?:^|\.)(?:zenodo\.org|kaggle\.com/datasets|openslr\.org|opendatalab\.(?:com|org)|data\.mendeley\.com|figshare\.com|physionet\.org)",
        "data",
    ),
    (r"(?:^|\.)[^/]+\.github\.io/", "project"),
    (r"(?:^|\.)sites\.google\.com/", "project"),
    (r"(?:^|\.)(?:youtube\.com|youtu\.be|bilibili\.com|medium\.com|zhihu\.com|twitter\.com|x\.com|reddit\.com)/", "page"),
    (_PUBLISHERS, "paper"),
    (r"\.pdf$", "paper"),
)
_PLACE_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), kind) for pattern, kind in _PLACES)
# The kinds that a label may give to an address which by itself is of another: a repository may hold data, a project have a page.
_WEB_PAGE = ("page", "网页")
_SAID_OVER = {"code": ("data", "model"), "page": ("data", "model", "project", "code"), "project": ("web",), "paper": ()}
_BADGE_STARS = re.compile(
    r"img\.shields\.io/github/(?:stars|last-commit|forks|license|watchers)/([\w.-]+/[\w.-]+?)(?:\.svg)?(?:[?#]|$)", re.IGNORECASE
)
_BADGE_ARXIV = re.compile(r"arxiv[-_:. ]*(?:%3a)?([0-9]{4}\.[0-9]{4,5})", re.IGNORECASE)
_SEARCH = re.compile(r"(?:huggingface\.co|hf\.co)/(?:models|datasets|spaces)?/?\?", re.IGNORECASE)  # what was made of a paper
_OPENREVIEW = re.compile(r"openreview\.net/(?:forum|pdf|attachment)\?(?:.*&)?id=([\w-]+)", re.IGNORECASE)
_DOI = re.compile(r"(?:doi\.org|/doi(?:/(?:abs|full|pdf|epdf|pdfdirect|book))?)/(10\.[0-9]{4,9}/[^\s?#<>\"]+)", re.IGNORECASE)
_NO_ADDRESS = re.compile(r"[\s<>\"\x00-\x1f\x7f-\x9f]")


class Target(NamedTuple):
    """What a link leads to: its kind, and the bare id or the address; `is_said` where the label gives the kind and not the address."""

    kind: str
    value: str
    is_said: bool = False


def target_of(link: Link, role: str = "") -> Target | None:
    """Return what `link` leads to, by its address and else by its label or the `role` of its field; None where that is nowhere.

    An anchor in the same text, an empty address and one that is no URL lead nowhere.
    """
    href = link.href.strip()
    if not href.lower().startswith(("http://", "https://")):
        return None
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if not parts.hostname or "." not in parts.hostname:
        return None
    if found := _identified(href):
        return found
    said = "web" if fold(link.label) in _WEB_PAGE else link_role(link.label) or role
    addressed = _addressed(href, f"{parts.hostname}{parts.path or '/'}", said)
    return addressed._replace(kind="page") if addressed.kind == "web" else addressed


def _identified(href: str) -> Target | None:
    if (arxiv_id := arxiv_id_in(unquote(href))) and not _SEARCH.search(href):
        return Target("arxiv", arxiv_id)
    if match := _OPENREVIEW.search(href):
        return Target("openreview", match[1])
    if match := _DOI.search(unquote(href)):
        doi = match[1].rstrip(".,;/)")
        return Target("doi", doi) if not _NO_ADDRESS.search(doi) else None
    return None


def _addressed(href: str, place: str, role: str) -> Target:
    address = quote(href, safe="%/:?#[]@!$&'()*+,;=~-._") if _NO_ADDRESS.search(href) else href
    known = next((kind for pattern, kind in _PLACE_PATTERNS if pattern.search(place)), "")
    if role and (role in _SAID_OVER.get(known, ()) or not known):
        return Target(role, address, is_said=True)
    return Target(known or "page", address)


def badge_target(image: str) -> Target | None:
    """Return what a badge's picture tells of: the repository whose stars it counts, or the arXiv id it shows."""
    if match := _BADGE_STARS.search(image):
        return Target("code", f"https://github.com/{match[1]}")
    if "shields.io" in image and (match := _BADGE_ARXIV.search(unquote(image))):
        return Target("arxiv", match[1])
    return None


def links_from(targets: Iterable[Target]) -> Links:
    """Return the links by kind, each address once, in order; where labels say what it is, the first that does decides."""
    held: dict[str, Target] = {}
    for target in targets:
        known = held.setdefault(comparable(target.value), target)
        if target.is_said and not known.is_said:
            held[comparable(target.value)] = known._replace(kind=target.kind, is_said=True)
    return Links(**{kind: tuple(one.value for one in held.values() if one.kind == kind) for kind in KINDS})


def comparable(address: str) -> str:
    """Return an address as it is compared: without protocol, `www`, a slash or ``.git`` at the end, in lower case."""
    bare = re.sub(r"^https?://(?:www\.)?", "", address.casefold())
    return bare.rstrip("/").removesuffix(".git")
