"""Tests of TOML in and out, and of the compiled catalog."""
