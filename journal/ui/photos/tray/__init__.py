"""The tray: new photos that were read, sorted into days, until they are given a view and taken in."""
