"""Foreign forms of entries, read and written: paper lists in Markdown, BibTeX, CSL-JSON and the like. Imports the model only."""
