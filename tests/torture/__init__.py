"""What breaks journals, done to journals many times over."""
