"""How often the rating rules would be wrong: invented courses, the real rules. ``python -m tests.simulation``."""
