"""A title as arXiv's search takes it: first its words in a row, then whichever of its rarer words a title has.

Layer: sources. Marks and LaTeX mean something to the search or nothing, so only words are sent, in lower case: AND is a word then.
Source: https://info.arxiv.org/help/api/user-manual.html, details of query construction.
"""

from ..model.titles import COMMON_WORDS, words_of

_MOST_WORDS = 40  # of a phrase; the longest titles have thirty
_MOST_ALTERNATIVES = 12


def title_queries(title: str) -> tuple[str, ...]:
    """Return the queries to try in turn until one finds something; none where `title` has no word."""
    words = words_of(title).split()[:_MOST_WORDS]
    if not words:
        return ()
    phrase = f'ti:"{" ".join(words)}"'
    rarer = [word for word in dict.fromkeys(words) if word not in COMMON_WORDS and len(word) > 1] or list(dict.fromkeys(words))
    alternatives = " OR ".join(f"ti:{word}" for word in rarer[:_MOST_ALTERNATIVES])
    return (phrase, alternatives) if len(words) > 1 else (phrase,)
