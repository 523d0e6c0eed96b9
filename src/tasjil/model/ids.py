"""Ids are types, so that a report is never looked up as a claim."""

from typing import NewType

ReportId = NewType("ReportId", str)
"""`sha256:` and the hex digest of the bytes as captured."""

ClaimId = NewType("ClaimId", str)
IncidentId = NewType("IncidentId", str)
VictimId = NewType("VictimId", str)
SourceId = NewType("SourceId", str)
PlaceId = NewType("PlaceId", str)
RecordId = NewType("RecordId", str)
FigureId = NewType("FigureId", str)
ReleaseId = NewType("ReleaseId", str)
UserId = NewType("UserId", str)
Reference = NewType("Reference", str)
"""Stands for a person in the sealed box: random, and says nothing about them."""

JobId = NewType("JobId", int)
"""The number of a job in the queue of one register."""
