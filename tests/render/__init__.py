"""Tests of rendered lists."""
