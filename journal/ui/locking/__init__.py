"""The passphrase in the window: asking for it, setting it, and the lock. Loaded only when there is one to do with."""
