"""Tests of the taxonomy as a tree in LaTeX."""

import shutil
import subprocess
from pathlib import Path

import pytest

from awesome_mm.render.taxonomy_latex import taxonomy_latex
from awesome_mm.views.blocks import Side
from awesome_mm.views.figure_tree import FigureTree, Limb

HOSTILE = "50% & $x_1$ [a, b=c] {d} #\\^~"


def works(*names: str) -> tuple[Side, ...]:
    """Return works with keys."""
    return tuple(Side(name=name, key=f"key{number}") for number, name in enumerate(names))


def limb(title: str, *limbs: Limb, has: tuple[Side, ...] = ()) -> Limb:
    """Return a category."""
    return Limb(title=title, size=len(has), works=has, limbs=limbs)


def tree(*limbs: Limb) -> FigureTree:
    """Return a tree."""
    return FigureTree(title="Taxonomy", limbs=limbs, notes=("As of 2026-01-02; 2 works",))


def test_works_are_cited_in_the_leaves() -> None:
    """A category has its count, its works stand behind it with their keys, and the packages are named on top."""
    text = taxonomy_latex(tree(limb("Methods", limb("Editing", has=works("A", "B_1")))), "en")

    assert text.startswith("% Needs \\usepackage[edges]{forest}\n\\begin{figure*}")
    assert "[{Editing (2)}" in text
    assert "{A~\\cite{key0}, B\\_1~\\cite{key1}}" in text
    assert "\\caption{Taxonomy. As of 2026-01-02; 2 works.}" in text


def test_chinese_needs_another_engine() -> None:
    """For Chinese the comment on top names what reads it."""
    assert "xelatex" in taxonomy_latex(tree(limb("方法", has=works("甲", "乙"))), "zh").splitlines()[0]
    assert "甲~\\cite{key0}、乙" in taxonomy_latex(tree(limb("方法", has=works("甲", "乙"))), "zh")


def test_many_works_are_cited_together() -> None:
    """A leaf of more works than can be read holds their number, and one citation of all."""
    text = taxonomy_latex(tree(limb("Methods", has=works(*(f"W{number}" for number in range(30))))), "en")

    assert "30 works~\\cite{key0,key1," in text
    assert "W7" not in text


def test_a_work_without_a_key_is_named() -> None:
    """What cannot be cited stands by its name alone."""
    assert "{A}" in taxonomy_latex(tree(limb("Methods", has=(Side(name="A"),))), "en")


def test_what_is_longer_than_a_page_becomes_several_figures() -> None:
    """Outermost categories stay whole, and each figure has a label of its own."""
    long = limb("Long", *(limb(f"C{number}", has=works("A")) for number in range(40)))

    text = taxonomy_latex(tree(long, long), "en")

    assert text.count("\\begin{forest}") == 2
    assert "\\label{fig:taxonomy}" in text
    assert "\\label{fig:taxonomy-2}" in text


def test_what_does_not_fit_otherwise_is_cited_together() -> None:
    """A category too long for a page names fewer works, and is divided at those below it where that is not enough."""
    named = limb("Wide", *(limb(f"C{number}", has=works(*(["A long name of a work"] * 20))) for number in range(12)))
    divided = limb("Deep", *(limb(f"D{number}", has=works("A")) for number in range(150)))

    assert "20 works~\\cite" in taxonomy_latex(tree(named), "en")
    assert taxonomy_latex(tree(named), "en").count("\\begin{forest}") == 1
    text = taxonomy_latex(tree(divided), "en")
    assert text.count("[{Deep (0)}") == text.count("\\begin{forest}") == 3
    assert [text.count(f"[{{D{number} (1)}}") for number in range(150)] == [1] * 150


@pytest.mark.skipif(not shutil.which("pdflatex") or not shutil.which("kpsewhich"), reason="no TeX is installed")
@pytest.mark.parametrize("depth", [1, 3, 5])
def test_the_tree_compiles(tmp_path: Path, depth: int) -> None:
    """LaTeX sets the tree, whatever stands in titles and names and however deep it is, within the width of the page."""
    if subprocess.run(["kpsewhich", "forest.sty"], capture_output=True, check=False, timeout=60).returncode:
        pytest.skip("no forest is installed")
    deepest = limb(HOSTILE, has=works(HOSTILE, *(f"Work {number}" for number in range(20))))
    for level in range(1, depth):
        deepest = limb(f"Level {level}", deepest, has=works("Between"))
    paper = "\\documentclass[twocolumn]{article}\\usepackage[edges]{forest}\\begin{document}\\input{tree}\\end{document}"
    (tmp_path / "tree.tex").write_text(taxonomy_latex(tree(deepest, limb("Other", has=works("A"))), "en"), encoding="utf-8")
    (tmp_path / "paper.tex").write_text(paper, encoding="utf-8")

    run = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "paper"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert run.returncode == 0, run.stdout[-2000:]
    assert "Overfull" not in run.stdout
    assert "Float too large" not in run.stdout
