"""Copies of a register: backups and travel copies, and what is made from them."""
