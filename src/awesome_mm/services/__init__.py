"""One question each, asked of a catalog; no printing, no files."""
