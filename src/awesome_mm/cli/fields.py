"""Which fields of an entry ``--fields`` may name.

Layer: cli.
"""

from collections.abc import Iterable, Sequence

# The keys of a list's records (see ``brief_record``); written down, because a list never imports the model's classes.
LISTED = (
    "id kind also name title aliases categories also_in authors organizations published added venue links needs input output models "
    "actions artifacts scale openness summary disputed checked"
).split()


# What stands inside those that are tables.
INSIDE = {
    "links": "arxiv doi openreview paper code data model project page".split(),
    "openness": "code data model prompts".split(),
    "summary": "en zh".split(),
    "venue": "name year track basis".split(),
    "scale": "value at_least at_most about unit".split(),
}


def split_fields(fields: Sequence[str] | None, further: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the key paths of ``--fields``, given one by one or with commas; the first keys are those of a list or `further` ones.

    Raises:
        WrongUsage: a first key is not known; the near ones are named.
    """
    paths = split_words(fields)
    if paths:
        from ..services.naming import choose

        choose([*LISTED, *further], [path.partition(".")[0] for path in paths], "--fields")
        nested = [path for path in paths if "." in path and path.partition(".")[0] in INSIDE]
        choose(
            [f"{key}.{inner}" for key in INSIDE for inner in INSIDE[key]], [".".join(path.split(".")[:2]) for path in nested], "--fields"
        )
    return tuple(dict.fromkeys(paths))


def split_words(values: Sequence[str] | None) -> tuple[str, ...]:
    """Return the words of an option that is given several times or with commas, in small letters."""
    return tuple(word.strip().casefold() for value in values or () for word in value.split(",") if word.strip())
