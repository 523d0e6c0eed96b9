"""What a team settles pair by pair at its desk: laid out, answered and taken back."""
