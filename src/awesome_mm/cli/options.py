"""The options several commands share, each defined once.

Layer: cli. A command that has a parameter called ``filters`` or ``session`` gets the options of the function of that name here
(see ``wiring``); the rest are types to annotate parameters with.
"""

from pathlib import Path
from typing import Annotated, Any

import typer

from .. import VERSION_LINE
from ..formats.registry import FORMATS
from ..services.orders import ORDERS

Query = Annotated[
    list[str] | None,
    typer.Argument(metavar="QUERY...", help='Words in English or Chinese, an id, a URL; "a phrase" in quotes; org:bytedance year:2025..'),
]
Interactive = Annotated[
    bool, typer.Option("--interactive", "-i", help="Narrow the list as you type, from QUERY on if given; Enter shows, Esc leaves.")
]
Excluded = Annotated[list[str] | None, typer.Option("--not", metavar="WORD", help="Leave out what holds this word, phrase or field:value.")]
Entries = Annotated[list[str], typer.Argument(metavar="ENTRY...", help="An id, name, alias, arXiv id or URL.")]
OneEntry = Annotated[str, typer.Argument(metavar="ENTRY", help="An id, name, alias, arXiv id or URL.")]
SomeEntries = Annotated[list[str] | None, typer.Argument(metavar="[ENTRY...]", help="Entries to ask for; all when none is named.")]
ChosenEntries = Annotated[list[str] | None, typer.Argument(metavar="[ENTRY...]", help="Only these entries.")]
LoggedEntries = Annotated[list[str] | None, typer.Argument(metavar="[ENTRY...]", help="Only changes of these entries.")]
Limit = Annotated[int | None, typer.Option("--limit", "-n", min=1, metavar="N", help="Show at most N.")]
Offset = Annotated[
    int, typer.Option("--offset", min=0, metavar="N", help="Skip the first N; `next` of an answer in JSON says where to go on.")
]
Fields = Annotated[
    list[str] | None, typer.Option("--fields", metavar="FIELD,...", help="Show only these fields, such as id,title,links.arxiv.")
]
Output = Annotated[
    list[str] | None, typer.Option("--output", metavar="MATERIAL", help="Makes qa, captions, instructions, edits, images ...")
]
Sort = Annotated[str | None, typer.Option("--sort", metavar="ORDER", help=f"Order by {', '.join(ORDERS)}.")]
Offline = Annotated[bool, typer.Option("--offline", help="Ask nobody; go by what was fetched before.")]
_OUT_HELP = "Where to write: the folder of a rendered list, the file of an export or a figure."
Out = Annotated[str | None, typer.Option("--out", metavar="PATH", help=_OUT_HELP)]
OutFolder = Annotated[Path | None, typer.Option("--out", metavar="PATH", help=_OUT_HELP)]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would be written, and write nothing.")]
Work = Annotated[str, typer.Argument(metavar="WORK", help="An arXiv id, address, DOI or title; or a TOML file that holds the entry.")]
SomeFiles = Annotated[list[str] | None, typer.Argument(metavar="[FILE...]", help="Paths, http addresses, or - for standard input.")]
Files = Annotated[list[str], typer.Argument(metavar="FILE...", help="Paths, http addresses, or - for standard input.")]
Explain = Annotated[bool, typer.Option("--explain", help="Say for each hit why it was found.")]


_Values = list[str] | None
Category = Annotated[
    _Values,
    typer.Option(
        "--category",
        metavar="NAME",
        help="A category by slug, title or alias, such as editing or 图像编辑; filters take in those below it.",
    ),
]
_KIND_HELP = "A kind: method, dataset, benchmark, survey ...; filters also find what makes one, and know model, code and tool."
Kinds = Annotated[_Values, typer.Option("--kind", metavar="KIND", help=_KIND_HELP)]
OneKind = Annotated[str | None, typer.Option("--kind", metavar="KIND", help=_KIND_HELP)]


def filters(
    category: Category = None,
    kind: Kinds = None,
    year: Annotated[
        _Values,
        typer.Option("--year", metavar="RANGE", help="Published in 2024, 2024.., ..2023 or 2023..2024."),
    ] = None,
    organization: Annotated[
        _Values,
        typer.Option("--organization", metavar="NAME", help="By this organization, in either language."),
    ] = None,
    open: Annotated[
        _Values,
        typer.Option("--open", metavar="PART", help="With released code, data, model or prompts."),
    ] = None,
    licence: Annotated[
        _Values,
        typer.Option("--licence", metavar="SPDX", help="With something released under this licence; permissive stands for several."),
    ] = None,
    needs: Annotated[
        _Values,
        typer.Option("--needs", metavar="THINGS", help="Runs with what is at hand: cpu, endpoint, image-endpoint, local-gpu."),
    ] = None,
    input: Annotated[
        _Values,
        typer.Option("--input", metavar="MATERIAL", help="Starts from images, text, captions, boxes, video ..."),
    ] = None,
    model: Annotated[
        _Values,
        typer.Option("--model", metavar="NAME", help="Uses this model in its pipeline."),
    ] = None,
    action: Annotated[
        _Values,
        typer.Option("--action", metavar="NAME", help="With this step in its pipeline: generate, edit, annotate, score, filter ..."),
    ] = None,
    industrial: Annotated[bool, typer.Option("--industrial", help="With a company among its organizations.")] = False,
    academic: Annotated[bool, typer.Option("--academic", help="With a university among its organizations.")] = False,
    added_since: Annotated[
        str | None,
        typer.Option("--added-since", metavar="DATE", help="In the catalog since 2026-11-23, 2026-11 or 2026."),
    ] = None,
) -> dict[str, Any]:
    """Return the filters that were given, by name; one given as empty text was given."""
    return {name: value for name, value in locals().items() if value or value == ""}


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(VERSION_LINE)
        raise typer.Exit


CatalogPath = Annotated[
    str | None, typer.Option("--catalog", metavar="PATH", help="A catalog of your own: a TOML or JSONL file, or a folder of them.")
]
Language = Annotated[str | None, typer.Option("--lang", metavar="en|zh", help="The language of headings and texts.")]
Format = Annotated[str | None, typer.Option("--format", metavar="FORMAT", help=f"{', '.join(FORMATS)}.")]
Version = Annotated[bool, typer.Option("--version", is_eager=True, callback=_say_version, help="Show the version and exit.")]
Json = Annotated[bool, typer.Option("--json", help="Short for --format json.")]


def session(catalog: CatalogPath = None, lang: Language = None, format: Format = None, json: Json = False) -> dict[str, Any]:
    """Return the settings that were given, by name; one given as empty text was given."""
    return {name: value for name, value in locals().items() if value not in (None, False)}
