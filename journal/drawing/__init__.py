"""QPainter functions shared by screen and paper. No widgets, no data access."""
