"""Lists of HURIDOCS for those who tell and those who did it, in our own words.

Source: HURIDOCS, Events Standard Formats and micro-thesauri (2001), whose keepers say
to use a portion and adapt it.
"""

from tasjil.model.defined import Defined


class RecordedSex(Defined):
    """Sex as a source's record gives it (HURIDOCS)."""

    MALE = "male", "Recorded as male."
    FEMALE = "female", "Recorded as female."
    NOT_APPLICABLE = "not applicable", "The entry is about a group or a body."
    UNKNOWN = "unknown", "Not recorded."


class Reliability(Defined):
    """How far a source can be believed in general (HURIDOCS)."""

    HIGH = "high", "What it told before held up."
    LIKELY = "likely", "Most of what it told held up."
    UNSURE = "unsure", "Some held up and some did not, or too little is known."
    LIKELY_NOT = "likely not", "Most of what it told did not hold up."
    NOT = "not", "It cannot be relied on."
    UNKNOWN = "unknown", "Nobody has judged it yet."


class Involvement(Defined):
    """In what way somebody took part in an act (HURIDOCS)."""

    DID_IT = "did it", "Carried the act out with their own hands."
    ORDERED = "ordered", "Gave the order."
    ACCOMPLICE = "passive accomplice", "Helped, or stood by with the power to stop it."
    PRESENT = "present", "Was there; what they did is not told."
    PLANNED = "planned", "Prepared the act or had it prepared."
    SUSPECTED = "suspected", "Is suspected; in what way is not settled."
    LAW_MAKING = "law-making", "Made the law or rule that the act rests on."
    FAILED_TO_PROTECT = (
        "failure to protect or supervise",
        "Had the duty to prevent it, or to control those who did it.",
    )
    POLITICAL = "political responsibility", "Answers for it by office."


class Connection(Defined):
    """How a source knows what it tells (HURIDOCS)."""

    VICTIM = "victim", "Suffered the act."
    WITNESS = "witness", "Saw or heard it happen."
    PERPETRATOR = "perpetrator", "Took part in the act."
    OF_VICTIM = (
        "relative or colleague of the victim",
        "Knows it through a tie to the victim.",
    )
    OF_PERPETRATOR = (
        "relative or colleague of the perpetrator",
        "Knows it through a tie to the perpetrator.",
    )
    THIRD_PARTY = "third party or reporter", "Gathered it from others."
    SERVICE_PROVIDER = (
        "service provider",
        "Knows it from helping: a lawyer, a medic, an organisation.",
    )
    UNKNOWN = "unknown", "How it knows is not told."


class PerpetratorType(Defined):
    """What sort of actor is held to have done it (HURIDOCS)."""

    NATIONAL_OFFICIALS = "national officials", "Officials of the central government."
    LOCAL_OFFICIALS = "local officials", "Officials of a province or a town."
    ARMED_FORCES = "armed forces", "The army, navy or air force of the state."
    POLICE = "police", "The police of the state, its riot and border police included."
    PRISON = "prison service", "Guards and others who run places of detention."
    INTELLIGENCE = "intelligence service", "A secret or security service of the state."
    LEGISLATURE = "legislature", "Parliament or its members."
    JUDICIARY = "judiciary", "Courts, judges, prosecutors."
    PARAMILITARY = (
        "pro-government paramilitary",
        "An armed group outside the forces that fights for the government.",
    )
    VIGILANTES = "vigilantes", "Armed people who take the law into their own hands."
    OPPOSITION = "opposition or guerrilla", "An armed group that fights the government."
    WARLORD = "warlord", "The armed followers of one person."
    PRIVATE_GUARD = "private guard", "Guards in the pay of a company or a person."
    MOB = "mob", "A crowd without a lasting order."
    OCCUPYING_FORCE = (
        "occupying force",
        "The forces of a state that holds another's land.",
    )
    PRIVATE_PERSON = (
        "private individual",
        "Somebody who acts for nobody but themselves.",
    )
    COMPANY = "company", "A business or those who act for it."
    UNKNOWN = "unknown", "Nobody tells what sort of actor it was."


class AttributionResponse(Defined):
    """What those held responsible say to it (HURIDOCS)."""

    ACKNOWLEDGE = "acknowledge", "They say that it happened."
    DENY = "deny", "They say that it did not happen."
    DENY_RESPONSIBILITY = (
        "acknowledge but deny responsibility",
        "They say that it happened, but that they did not do it.",
    )
    OTHER_EXPLANATION = (
        "give another explanation",
        "They say that it happened in another way.",
    )
    CLAIM = "accept or claim", "They say that they did it."
