"""Who can open a register, and with what: keys.json, slots, grants."""
