"""Who was harmed: names, ages, kin and other words for people."""
