"""Django's SQLite store, over a file that is encrypted as a whole (SQLCipher)."""
