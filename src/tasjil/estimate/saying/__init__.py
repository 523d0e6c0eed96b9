"""Says in English and in Arabic what an estimate found."""

from tasjil.estimate.saying.phrases import Phrases, number, percent
from tasjil.model.languages import Language

__all__ = ["Language", "Phrases", "number", "percent"]
