"""The person's own data as a whole, in the window: the bin, everything out into a folder, an export in again."""
