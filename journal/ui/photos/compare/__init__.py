"""Comparing two photos: what to compare with, one lens for both, the ways of laying one beside or over the other."""
