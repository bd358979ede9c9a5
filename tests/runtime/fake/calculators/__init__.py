"""Calculators of the stand-in."""
