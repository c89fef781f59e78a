"""Generates sound catalogs as nobody would write them and TOML admits them: tables far apart, comments anywhere, lines of any end."""

from hypothesis import strategies as st

from tests.store.written import HEAD, WORDS

IDS = ("alpha", "con", "catalog", "b-2", "zeta")
COMMENTS = ("# ---- a part ----\n", "# about it\n", "# >> alpha.toml\n", "# >>\n", "# >>> x\n", "#\n", "  # >> y\n")
GAPS = st.lists(st.sampled_from(("\n", "\n", *COMMENTS)), max_size=4).map("".join)
MARKDOWN = "account.en = '''\n[method.alpha]\n# >> alpha.toml\nit's \"so\"'''\n"


@st.composite
def _chunks(draw: st.DrawFn, entry_id: str) -> list[str]:
    """Return the tables of an entry, each as text, in an order in which they may stand."""
    kind = draw(st.sampled_from(("method", "dataset")))
    quote = draw(st.sampled_from(("{}", '"{}"', "'{}'")))
    key = f"{kind}.{quote.format(entry_id)}"
    more = draw(st.sampled_from(("", MARKDOWN, 'aliases = [\n  "a", # ]\n  # >> alpha.toml\n  "[b]",\n]\n')))
    main = f'[{key}]{draw(st.sampled_from(("", " # so")))}\nname = "N"\ntitle = "T" # t\ncategories = ["editing"]\n{more}'
    notes = [f'[[{key}.notes]]\ntopic = "idea"\nen = "{number}"\n' for number in range(draw(st.integers(0, 2)))]
    record = draw(st.sampled_from(([], [f'[{key}.arxiv]\nbasis = "recalled"\n'])))
    return draw(st.sampled_from(([*record, main, *notes], [main, *notes, *record])))


@st.composite
def layouts(draw: st.DrawFn) -> bytes:
    """Return the content of a sound catalog."""
    ids = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=len(IDS)))
    waiting = [draw(_chunks(one)) for one in ids]
    pieces: list[str] = []
    while waiting := [chunks for chunks in waiting if chunks]:
        chunks = draw(st.sampled_from(waiting))
        count = draw(st.integers(1, len(chunks)))
        for _ in range(count):
            pieces += [draw(GAPS), chunks.pop(0)]
    pieces.insert(draw(st.integers(0, len(pieces))), draw(st.sampled_from(("", '\n[unit.token]\nname = "tokens"\n'))))
    order = draw(st.sampled_from(("", f"order = {list(draw(st.permutations(ids)))}\n".replace("'", '"'))))
    words = WORDS.replace('title = "Editing"\n', f'title = "Editing"\n{order}')
    extra = draw(st.sampled_from(("", '\n[survey]\nreview = { name = "R", title = "R", categories = ["editing"] }\n')))
    first, last = draw(st.sampled_from((("", HEAD + words + extra), (HEAD + words + extra, ""))))
    text = first + "".join(pieces) + draw(GAPS) + ("\n" + last if last else "")
    text = text.removesuffix("\n") if draw(st.booleans()) else text
    return draw(st.sampled_from((b"", b"\xef\xbb\xbf"))) + text.replace("\n", draw(st.sampled_from(("\n", "\r\n")))).encode()
