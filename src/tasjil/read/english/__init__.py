"""The English reader: grammars, words and rules that turn English into claims."""
