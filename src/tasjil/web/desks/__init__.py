"""One folder a desk: what a team does there, and the pages it does it on."""
