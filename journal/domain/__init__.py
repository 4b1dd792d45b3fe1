"""What recovery means: entries, treatments, ratings, the expected curve, the care plan, its findings.

Plain, immutable Python. No Qt, no SQL, no pictures, no clock ("now" is always an argument) and no sentences.
"""
