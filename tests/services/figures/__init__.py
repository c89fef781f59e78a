"""Tests of the numbers behind figures."""
