"""The Today page: the check-in of a day and what is to be known about it."""
