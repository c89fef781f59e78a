"""The catalog as a list to read: Markdown pages in both languages. Layer: render."""
