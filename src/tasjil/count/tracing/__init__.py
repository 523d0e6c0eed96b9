"""From any number back to the exact words it rests on."""
