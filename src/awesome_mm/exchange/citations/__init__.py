"""Citations read from papers in LaTeX, pages in Markdown, and bibliographies.

Layer: exchange. ``latex`` and ``markdown`` say what a text cites and in which bibliographies that is to be found, ``bibliographies``
and ``items`` what is cited there.
"""
