"""Places: the world file in the package, and the case's own places before it."""
