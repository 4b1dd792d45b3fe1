"""Backups in the window: made by themselves, shown in the settings, restored; and what can be done about damage."""
