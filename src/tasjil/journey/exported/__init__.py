"""What goes out with a log beside the log itself: a script and a page of words."""
