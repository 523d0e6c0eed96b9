"""Claims and list records about the same person or the same incident, put together."""

from tasjil.link.incidents import propose_incidents

__all__ = ["propose_incidents"]
