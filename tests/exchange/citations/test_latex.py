"""What papers in LaTeX cite, and where."""

import pytest

from awesome_mm.exchange.citations.items import items_in
from awesome_mm.exchange.citations.latex import Use, read_paper, without_comments
from awesome_mm.model.citations import Citation, Form


def keys(text: str) -> list[str]:
    """Return the keys that are cited."""
    return [use.key for use in read_paper(text).uses]


def item(text: str) -> Citation:
    """Return the one item of a bibliography."""
    [found] = items_in("paper.tex", read_paper(f"\\begin{{thebibliography}}{{9}}\n{text}\n\\end{{thebibliography}}"))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\cite{a}", ["a"]),
        (r"\citep[see][p.~3]{a, b ,c}", ["a", "b", "c"]),
        (r"\citet*{a}\Citet{b}\citealp{c}\citeauthor{d}\citeyearpar{e}", ["a", "b", "c", "d", "e"]),
        (r"\autocite{a}\parencite*[][3]{b}\textcite{c}\footcite{d}\fullcite{e}\Parencite{f}", ["a", "b", "c", "d", "e", "f"]),
        (r"\cites(see)(all)[1]{a}[2][3]{b}{c} {d}", ["a", "b", "c", "d"]),
        (r"\cite<2->{a} \onlinecite{b} \newcite{c}", ["a", "b", "c"]),
        (r"\citep[see {[x]} and \emph{y}]{a}", ["a"]),
        ("\\cite\n  {a,\n   b}", ["a", "b"]),
        (r"\nocite{*}", ["*"]),
        (r"\cite{} \cite{,a,}", ["a"]),
        (r"\citestyle{a} \setcitestyle{b} \citetext{c} \bibcite{d}{e}", []),
        (r"\newcommand{\x}[1]{\cite{#1}} \cite{\y}", []),
        (r"\cite {never closed", []),
    ],
)
def test_commands_that_cite(text: str, expected: list[str]) -> None:
    """Every command of natbib and biblatex that cites does, with its options; what sets a style, or has a parameter for a key, does not."""
    assert keys(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "% \\cite{x}\n\\cite{a}",
        "50\\% of \\cite{a} % and \\cite{x}",
        "\\\\% \\cite{x}\n\\cite{a}",
        "\\verb|\\cite{x}| \\cite{a} \\verb*!\\cite{x}!",
        "\\begin{verbatim}\n\\cite{x}\n\\end{verbatim}\\cite{a}",
        "\\begin{lstlisting}[language=TeX]\n\\cite{x}\n\\end{lstlisting}\\cite{a}",
        "\\begin{comment}\\cite{x}\\end{comment}\\cite{a}",
        "\\iffalse \\cite{x} \\fi\\cite{a}",
        "\\url{https://a.org/b%20c}\\cite{a}",
        "\\cite{a}\\end{document}\\cite{x}",
        "\\cite{a}\\begin{verbatim}",
        "% \\begin{verbatim}\n\\cite{a}",
    ],
)
def test_what_is_no_text(text: str) -> None:
    """Comments, what is printed as it stands, and what comes after the end are not read; an address may hold a percent sign."""
    assert keys(text) == ["a"]


def test_lines_are_those_of_the_file() -> None:
    """Each key has the line in which it stands, whatever comments and quotations come before."""
    text = (
        "% one\n\\begin{verbatim}\nx\n\\end{verbatim}\n\\cite{a,\n%\nb}\n"
        "\\bibliography{one, two}\\addbibresource[glob]{three.bib}\n\\input{four}"
    )
    paper = read_paper(text)

    assert paper.uses == (Use("a", 5), Use("b", 7))
    assert [(one.name, one.line) for one in (*paper.bibliographies, *paper.inputs)] == [
        ("one", 8),
        ("two", 8),
        ("three.bib", 8),
        ("four", 9),
    ]
    assert without_comments(text).count("\n") == text.count("\n")


def test_a_style_is_no_bibliography() -> None:
    """Only commands that name files do."""
    assert read_paper(r"\bibliographystyle{plain}\inputenc{utf8}\bibliography{\jobname}").bibliographies == ()


def test_an_item_of_plainnat() -> None:
    """People, title, ids and years are read, whatever the label in brackets holds."""
    found = item(
        r"""\bibitem[{Zhang et~al.(2025)Zhang, {van der Cui}, and Yang}]{zhang2025}
Letian Zhang, Quan van~der Cui, and Cheng~{\"O}z.
\newblock Oasis: {O}ne image is all you need.
\newblock \emph{arXiv preprint arXiv:2503.08741v2}, 2025{\natexlab{a}}.
\newblock URL \url{https://arxiv.org/abs/2503.08741}."""
    )

    assert (found.form, found.line, found.key, found.title) == (Form.TEXT, 2, "zhang2025", "Oasis: One image is all you need")
    assert (found.authors, found.are_all) == (("Letian Zhang", "Quan van der Cui", "Cheng Öz"), True)
    assert (found.links.arxiv, found.years, found.is_preprint) == (("2503.08741",), ("2025",), True)


def test_an_item_in_quotes() -> None:
    """A title in quotes is one; initials belong to their names, and others may follow."""
    found = item(r"\bibitem{x} Zhang, L., Cui, Q. \emph{et al.}, ``One image is all you need,'' in \emph{ICCV}, 2025, arXiv:2503.08741.")

    assert (found.title, found.authors, found.are_all) == ("One image is all you need", ("L. Zhang", "Q Cui"), False)
    assert not found.is_preprint


def test_an_item_without_order() -> None:
    """Where nothing sets a title apart none is read."""
    found = item(r"\bibitem{x} L. Zhang, One image (2025), \href{https://doi.org/10.1000/x}{link}, pp. 1901--2020.")

    assert (found.title, found.authors, found.links.doi) == ("", (), ("10.1000/x",))
    assert found.years == ("2025", "1901", "2020")
