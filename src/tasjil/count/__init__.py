"""Tallies with a floor and a ceiling; why two totals differ."""
