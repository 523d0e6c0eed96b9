"""Checkpoints and stamps as a register keeps them, and holding a log against them."""
