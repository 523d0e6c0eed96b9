"""The tables people ask: what each kind of entry changes in them."""
