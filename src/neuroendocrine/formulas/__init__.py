"""Published formulas as plain functions; each names its units and its source."""
