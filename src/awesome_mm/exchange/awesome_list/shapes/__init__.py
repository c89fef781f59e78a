"""The shapes in which lists write their entries, one file for each; a section may hold several.

Layer: exchange. Each has ``read(block, context)``, which returns what it finds in a block: entries, and what stands among them and was
not understood; nothing where the block is of another shape or no place for entries.
"""
