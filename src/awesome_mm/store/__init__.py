"""TOML in and out, and the compiled catalog in the cache folder."""
