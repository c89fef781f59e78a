"""TOML and JSON lines in and out, and the compiled catalog in the cache folder."""
