"""Two offices that work offline: signed bundles out, and in, by memory stick."""
