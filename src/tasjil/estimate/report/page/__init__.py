"""The report as a page with pictures, in English and Arabic."""

from tasjil.estimate.report.page.page import fragment, lead, page

__all__ = ["fragment", "lead", "page"]
