"""How likely two records are one person: Splink's weights, calibrated."""
