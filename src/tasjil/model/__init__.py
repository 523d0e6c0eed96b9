"""The nouns: frozen values that refuse to be wrong."""
