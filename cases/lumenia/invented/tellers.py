"""Those who tell in the invented country, and whose figures each passes on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TellerOf:
    """One who tells, as the case's list of sources has it.

    Attributes:
        relays: Those whose figures it passes on.
        share: Out of a hundred deaths, how many it comes to know of.
        delay: The most days until it knows of one.
        short: What later sentences call it, in English and in Arabic.
    """

    id: str
    name: str
    name_ar: str
    kind: str
    language: str = "en"
    relays: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    share: int = 0
    delay: int = 0
    short: tuple[str, str] = ("", "")


_ALL = (
    TellerOf(
        "lmg",
        "Lumenia Monitoring Group",
        "مجموعة رصد لومينيا",
        "monitor",
        variants=("LMG", "the monitoring group", "مجموعة الرصد"),
        share=90,
        delay=1,
        short=("the group", "المجموعة"),
    ),
    TellerOf(
        "dcl",
        "Documentation Centre of Lumenia",
        "مركز التوثيق في لومينيا",
        "monitor",
        variants=("DCL", "the documentation centre", "مركز التوثيق"),
        share=78,
        delay=4,
        short=("the centre", "المركز"),
    ),
    TellerOf(
        "un",
        "UN Human Rights Mission in Lumenia",
        "بعثة الأمم المتحدة لحقوق الإنسان في لومينيا",
        "un",
        variants=(
            "the UN mission",
            "the UN human rights mission",
            "بعثة الأمم المتحدة",
            "البعثة الأممية",
        ),
        share=45,
        delay=14,
        short=("the mission", "البعثة"),
    ),
    TellerOf(
        "health",
        "Lumenian Ministry of Health",
        "وزارة الصحة اللومينية",
        "government",
        variants=("the Ministry of Health", "the health ministry", "وزارة الصحة"),
        share=84,
        delay=2,
        short=("the ministry", "الوزارة"),
    ),
    TellerOf(
        "army",
        "Lumenian Armed Forces",
        "القوات المسلحة اللومينية",
        "security",
        variants=("the Lumenian army", "the army", "الجيش اللوميني", "الجيش"),
        short=("the army", "الجيش"),
    ),
    TellerOf(
        "hospital",
        "Varesh General Hospital",
        "مستشفى فاريش العام",
        "medical",
        variants=("the hospital in Varesh", "مستشفى فاريش"),
        short=("the hospital", "المستشفى"),
    ),
    TellerOf(
        "families",
        "Families' Committee of Lumenia",
        "لجنة أهالي الضحايا في لومينيا",
        "ngo",
        variants=("the families' committee", "لجنة الأهالي"),
        share=100,
        delay=2,
        short=("the committee", "اللجنة"),
    ),
    TellerOf(
        "council",
        "Lumenian Rights Council",
        "المجلس اللوميني للحقوق",
        "ngo",
        variants=("the rights council", "مجلس الحقوق"),
        short=("the council", "المجلس"),
    ),
    TellerOf(
        "activists",
        "Sarvel Coordination Committee",
        "تنسيقية سارفيل",
        "unknown",
        variants=("the coordination committee", "التنسيقية"),
        short=("the committee", "التنسيقية"),
    ),
    TellerOf(
        "wire",
        "Lumen Wire",
        "وكالة لومن",
        "media",
        relays=("lmg", "health"),
        variants=("the Lumen Wire agency", "لومن"),
        short=("the agency", "الوكالة"),
    ),
    TellerOf(
        "herald",
        "Varesh Herald",
        "هيرالد فاريش",
        "media",
        relays=("wire", "lmg"),
        short=("the paper", "الصحيفة"),
    ),
    TellerOf(
        "post",
        "Dorrim Post",
        "دوريم بوست",
        "media",
        relays=("wire", "dcl"),
        short=("the paper", "الصحيفة"),
    ),
    TellerOf(
        "voice",
        "Voice of Lumenia",
        "صوت لومينيا",
        "media",
        language="ar",
        relays=("wire", "lmg"),
        short=("the station", "الإذاعة"),
    ),
    TellerOf(
        "masar",
        "Al-Masar",
        "المسار",
        "media",
        language="ar",
        relays=("dcl", "lmg"),
        short=("the site", "الموقع"),
    ),
)

TELLERS = {each.id: each for each in _ALL}
OUTLETS = ("herald", "post", "voice", "masar")
COUNTERS = ("lmg", "dcl", "un", "health", "families")
