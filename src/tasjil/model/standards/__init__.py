"""The lists that casualty recorders elsewhere have agreed on, one file a standard."""
