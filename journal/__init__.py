"""Recovery Journal: a local log of healing after microneedling, shown against the expected curve.

Rooms, outermost first (the left may import the right, never back; import-linter holds it):
``__main__ -> app | cli -> ui -> session -> demo -> changes -> report | store | photos -> drawing
-> error_words -> words | language -> crash | logs | resources | clock | whole_file
-> domain``.
"""

__version__ = "0.1.0"
