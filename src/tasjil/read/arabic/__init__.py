"""The Arabic reader: our own rules over words, without a model."""
