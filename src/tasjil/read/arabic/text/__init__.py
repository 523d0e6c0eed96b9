"""Sentences, words and what a word can be."""
