"""The vocabulary: every question that a calculator may ask, asked once and meaning the same everywhere."""
