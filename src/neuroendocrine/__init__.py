"""What is known about neuroendocrine tumours: facts, formulas, grading, therapies and the evidence for each.

`CONTENT_VERSION` is printed on every result; change it whenever a rule, a threshold or an evidence record changes.
"""

CONTENT_VERSION = "2026.11.5"
