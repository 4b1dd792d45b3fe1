"""The Curve page."""
