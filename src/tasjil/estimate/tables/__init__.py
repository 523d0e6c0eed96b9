"""Capture tables: who is on which lists, from files, records and linked persons."""

from tasjil.estimate.tables.check import CheckSettings, check_table, check_told, groups
from tasjil.estimate.tables.findings import Finding, FindingKind
from tasjil.estimate.tables.read import read_table
from tasjil.estimate.tables.records import from_persons, from_records
from tasjil.estimate.tables.table import CaptureTable
from tasjil.estimate.tables.told import ToldTables

__all__ = [
    "CaptureTable",
    "CheckSettings",
    "Finding",
    "FindingKind",
    "ToldTables",
    "check_table",
    "check_told",
    "from_persons",
    "from_records",
    "groups",
    "read_table",
]
