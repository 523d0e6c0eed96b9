"""The register of victims: who is named, how it is spelt, by whom, and who is not."""
