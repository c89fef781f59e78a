"""Tests of the survey's vocabulary."""
