"""Widgets. They draw a record and ask the session for changes; never SQL, never a file of the journal."""
