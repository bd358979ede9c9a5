"""A stand-in for the real presentation: the runtime must not care what the logic is about."""
