"""Tests of the formats: what reaches a file, a pipe or a terminal."""
