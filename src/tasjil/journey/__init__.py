"""One file a step: ask the register, call the stage, append the result."""
