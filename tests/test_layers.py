"""A layer imports what its row allows and nothing else."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import awesome_mm

PACKAGE = Path(awesome_mm.__file__).parent
ALLOWED = {
    "model": {"model"},
    "store": {"model", "store"},
    "sources": {"model", "sources"},
    "services": {"model", "services", "sources.ports"},
    "exchange": {"model", "exchange"},
    "views": {"model", "services", "views"},
    # A page says what ``--format markdown`` says, so it is written by the same hand; and a table of a paper escapes as references do.
    "render": {"model", "services", "views", "render", "formats.markdown", "exchange.latex_text"},
    "api": {"model", "store", "services", "api"},
    "formats": {"formats", "model.text", "views.report", "views.blocks", "views.payload"},
    "plots": {"model.text", "views.pictures", "plots"},
    "cli": {"model", "store", "sources", "services", "exchange", "views", "render", "formats", "plots", "cli"},
}
OPEN_TO_ALL = {"errors", "chinese", ""}
FOREIGN = {
    "arxiv": {"sources/arxiv.py"},
    "requests": {"sources/arxiv.py", "sources/asking.py", "sources/links.py", "sources/pages.py"},
    "filelock": {"sources/pacing.py", "store/files.py"},
    "typer": {"cli"},
    "rich": {"formats"},
    "prompt_toolkit": {"cli/prompt/"},
    "tomli": {"store"},
    "markdown_it": {"exchange/awesome_list/", "render/parsing.py"},
    "matplotlib": {"plots/"},
    "jinja2": {"render/templates.py"},
    "tomlkit": set(),  # only tests write TOML with it
    "platformdirs": {"store"},
    "rapidfuzz": {"services"},
    "opencc": set(),  # only `chinese`, which belongs to no layer
}


def modules() -> list[Path]:
    """Return every module of the package that belongs to a layer."""
    return sorted(path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE)


def imported(path: Path) -> Iterator[str]:
    """Yield what the module at `path` imports: ``.layer.module`` for our own, the package's name for others."""
    parts = path.relative_to(PACKAGE).parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield (node.module or "").partition(".")[0]
        elif isinstance(node, ast.ImportFrom):
            base = list(parts[: len(parts) - node.level])
            yield "." + ".".join([*base, *([node.module] if node.module else [])])


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_what_its_layer_may(path: Path) -> None:
    """Each import of our own stands in the layer's row; each foreign package has its one importer."""
    layer = path.relative_to(PACKAGE).parts[0]

    for name in imported(path):
        if name.startswith("."):
            target = name[1:]
            allowed = ALLOWED[layer] | OPEN_TO_ALL
            assert any(target == one or target.startswith(f"{one}.") for one in allowed if one) or target == "", (path, target)
        elif name in FOREIGN:
            where = path.relative_to(PACKAGE).as_posix()
            assert any(where.startswith(place) for place in FOREIGN[name]), (path, name)


def test_the_model_needs_nothing_but_the_standard_library() -> None:
    """No module of the model imports a package that is not Python's own."""
    import sys

    foreign = {name for path in modules() if "model" in path.parts for name in imported(path) if not name.startswith(".")}

    assert foreign <= sys.stdlib_module_names
