"""All photos of one view along the days: in a row, at one scale, with gaps and treatments between them."""
