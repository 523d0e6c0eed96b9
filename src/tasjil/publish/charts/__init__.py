"""Drawings as SVG, made here, so that a page needs no script to show them."""
