"""Something is wrong: the warning signs as ticks, what to do at once, and help with the program."""
