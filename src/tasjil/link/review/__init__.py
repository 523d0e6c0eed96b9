"""Which pair to ask a person about next."""
