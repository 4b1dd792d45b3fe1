"""Small widgets that several pages share. They know the palette and their own value; never the record."""
