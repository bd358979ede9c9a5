"""Turns calculators and pages into a site: Markdown extension, checks, MkDocs plugin, command line, browser runtime."""
