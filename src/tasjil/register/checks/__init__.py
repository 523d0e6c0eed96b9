"""What makes a log whole: each entry, content, row and guard."""
