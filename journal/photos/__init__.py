"""Pictures: intake, checks, copies. Pillow lives here; no Qt, no SQL."""
