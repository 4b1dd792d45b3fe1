"""The Visit page: the summary as it will print, what goes into it, and the ways out: printer and PDF."""
