"""Parcels: one sealed file for what leaves the house, a backup or a bundle."""
