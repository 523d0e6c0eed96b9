"""What may leave the house: the site, and later tables and releases."""
