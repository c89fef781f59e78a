"""The survey's vocabulary as frozen values: no input, no output, nothing but the standard library."""
