"""The log in human words: who did what, when and why; checked, copied, taken out."""
