"""Getting out of a damaged journal what can still be read. The damaged file is only read."""
