"""An optional reader that asks a language model, and takes no word unchecked."""
