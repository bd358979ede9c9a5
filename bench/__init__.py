"""Measures what a reader waits for, in a real browser, against stock Pyodide; run it with `python -m bench`."""
