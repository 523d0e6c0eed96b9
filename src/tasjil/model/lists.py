"""Every list of values that the field has agreed on, for the methods page and help."""

from tasjil.model.acts import Act, Level, PerpetratorStance, Stance
from tasjil.model.assessment import Standing
from tasjil.model.causes import Cause
from tasjil.model.defined import Defined, DefinedCode
from tasjil.model.edtf_parts import EdtfPrecision
from tasjil.model.estimate import Method, WhyRefused
from tasjil.model.fate import Fate
from tasjil.model.identity import IdentityKind
from tasjil.model.judgement import ClaimState, PairKind, Verdict
from tasjil.model.missing import GapKind, Part
from tasjil.model.particulars import IdKind, Kin
from tasjil.model.persons import AgeGroup, Sex, Status
from tasjil.model.places import PlaceLevel, Precision
from tasjil.model.proof import Element, StandardOfProof
from tasjil.model.quantity import Unit
from tasjil.model.reconciliation import BoundKind, DifferenceKind, SlipKind
from tasjil.model.release import ChangeKind
from tasjil.model.scope import Corroboration, Disagreement, Treated
from tasjil.model.sources import SourceKind
from tasjil.model.standards import (
    acled,
    airwars,
    berkeley,
    consent,
    every_casualty,
    hrdag,
    huridocs_events,
    huridocs_harm,
    huridocs_people,
    huridocs_sources,
    precision,
    sdg,
    ucdp,
)
from tasjil.model.tally import Basis
from tasjil.model.users import Role

Listed = type[Defined] | type[DefinedCode]

CORE: tuple[Listed, ...] = (
    *(Act, Level, Stance, PerpetratorStance, Cause, Fate),
    *(Sex, AgeGroup, Status, SourceKind, PlaceLevel, Precision, EdtfPrecision),
    *(Unit, Basis, ClaimState, Verdict, PairKind, Disagreement, Treated),
    Corroboration,
    *(BoundKind, DifferenceKind, SlipKind, GapKind, Part),
    *(Element, Standing, StandardOfProof, Method, WhyRefused, ChangeKind),
    Role,
    IdentityKind,
    *(IdKind, Kin),
)
"""The lists that claims, counts and decisions are made of."""

STANDARDS: dict[str, tuple[Listed, ...]] = {
    "ACLED": (acled.GeoPrecision, acled.TimePrecision, acled.ActorKind),
    "Airwars": (airwars.Grade, airwars.StrikeStatus, airwars.BelligerentRole),
    "Berkeley Protocol": (berkeley.CopyKind, berkeley.Phase, berkeley.Preservation),
    "Consent": (consent.ConsentUse, consent.ConsentMeans, consent.ConsentState),
    "Every Casualty": (
        every_casualty.StatusRule,
        every_casualty.ValueState,
        every_casualty.Absence,
        every_casualty.FigureLabel,
        every_casualty.Corroboration,
    ),
    "HRDAG": (hrdag.Bias,),
    "HURIDOCS": (
        huridocs_events.CountingUnit,
        huridocs_events.ViolationStatus,
        huridocs_events.Monitoring,
        huridocs_events.Priority,
        huridocs_events.DateType,
        huridocs_events.EventLink,
        huridocs_people.RecordedSex,
        huridocs_people.Reliability,
        huridocs_people.Involvement,
        huridocs_people.Connection,
        huridocs_people.PerpetratorType,
        huridocs_people.AttributionResponse,
        huridocs_sources.SourceMaterial,
        huridocs_harm.VictimStatus,
        huridocs_harm.KillingMethod,
        huridocs_harm.KillingAct,
        huridocs_harm.Autopsy,
        huridocs_harm.DeathCertificate,
    ),
    "SDG 16.1.2": (sdg.Directness, sdg.Circle),
    "Tasjil": (precision.TimeGrain,),
    "UCDP": (
        ucdp.ViolenceType,
        ucdp.WherePrecision,
        ucdp.EventClarity,
        ucdp.DatePrecision,
    ),
}
"""The lists of others, by whose they are; for exchange with their data."""
