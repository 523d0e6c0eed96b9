"""One file a kind of page: what it shows, put together as a dataclass."""
