"""Claims and list records of the same person, or of the same incident."""
