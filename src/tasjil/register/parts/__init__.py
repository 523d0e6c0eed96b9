"""What a register offers, a part a file; `register.Register` is all of them."""
