"""Which pairs are compared at all, and which are not."""

from tasjil.link.block.blocks import Blocks
from tasjil.link.block.keys import block_keys
from tasjil.link.block.limits import Limits
from tasjil.link.block.not_compared import NotCompared

__all__ = ["Blocks", "Limits", "NotCompared", "block_keys"]
