"""Why two totals differ: each reason with its words and, where told, its size."""
