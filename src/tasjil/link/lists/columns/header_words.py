"""What headers say: the words lists use, in English, Arabic, French and Kurdish."""

import re
from functools import lru_cache

from tasjil.link.lists.columns.meaning import ColumnMeaning
from tasjil.link.lists.plain import words_of

M = ColumnMeaning

_WHOLE: dict[ColumnMeaning, str] = {
    M.RECORD: "no|nr|num|number|n|#|sn|s n|serial|serial no|serial number|index|idx|row"
    "|row number|record|record no|record number|record id|entry|seq|sequence|case no"
    "|م|ت|ر|رقم|الرقم|الرقم التسلسلي|تسلسل|التسلسل|مسلسل|الرقم المتسلسل|رقم السجل|عدد"
    "|numero|no d ordre|hejmar|victim id|person id|uid|unique id|id|record_id|case id",
    M.NAME: "name|names|full name|fullname|victim|victim name|name of victim"
    "|victim s name"
    "|name of the victim|complete name|deceased|name of deceased|martyr|martyr name"
    "|person"
    "|الاسم|اسم|الاسم الكامل|الاسم بالكامل|اسم الضحيه|اسم الشهيد|الاسم الثلاثي|الضحيه"
    "|الاسم الرباعي|اسم المتوفي|الاسم رباعي|الاسم ثلاثي|اسم القتيل|اسم المفقود|الشهيد"
    "|nom et prenom|nom complet|noms et prenoms|nom de la victime|nav|nav u pasnav",
    M.OTHER_NAME: "other name|other names|name in english|english name|en name|name en"
    "|name english|name in arabic|arabic name|ar name|name ar|name arabic|name latin"
    "|latin name|transliterated name|transliteration|name transliterated|also known as"
    "|الاسم بالانكليزيه|الاسم بالانجليزيه|الاسم بالعربيه|الاسم بالعربي|الاسم بالانجليزي"
    "|الاسم باللغه الانجليزيه|الاسم باللغه العربيه|nom en arabe|nom arabe|spelling",
    M.GIVEN: "first name|firstname|given name|given|forename|given names|fname|first"
    "|christian name|vorname"
    "|الاسم الاول|اسم اول|prenom|prenoms|nave yekem",
    M.FATHER: "father|father name|father s name|fathers name|name of father|middle name"
    "|second name|middle|patronymic|اسم الاب|الاب|اسم الوالد|الوالد|الاسم الثاني|اب"
    "|pere|nom du pere|prenom du pere|bav|nave bav",
    M.GRANDFATHER: "grandfather|grandfather name|grandfather s name|third name"
    "|الجد|اسم الجد|الاسم الثالث|grand pere|nom du grand pere|bapir|nave bapir",
    M.FAMILY: "family|family name|surname|last name|lastname|lname|last"
    "|nachname|familienname|fourth name"
    "|العائله|اسم العائله|اللقب|الكنيه|الكنية|الشهره|الشهرة|الاسم الرابع|كنيه|النسبه"
    "|nom de famille|nom|pasnav|nasnav|malbat|tribe|العشيره",
    M.KUNYA: "kunya|kunia|nickname|alias|aka|a k a|nom de guerre|by name|known as"
    "|الاسم الحركي|اسم الشهره|surnom|bernav|المعروف ب|اللقب الحركي",
    M.MOTHER: "mother|mother name|mother s name|mothers name|name of mother|اسم الام"
    "|الام|اسم الوالده|الوالده|اسم الام الثلاثي|mere|nom de la mere|dayik|nave dayike",
    M.SPOUSE: "spouse|husband|wife|spouse name|husband name|wife name|husband s name"
    "|اسم الزوج|اسم الزوجه|الزوج|الزوجه|conjoint|epoux|epouse|hevser",
    M.SEX: "sex|gender|m f|male female|sex m f|الجنس|جنس|النوع|ذكر انثي|النوع الاجتماعي"
    "|sexe|genre|zayend",
    M.AGE: "age|age years|age in years|age at death|years|age yrs|العمر|عمر|السن"
    "|العمر بالسنوات|العمر بالسنه|عمر الضحيه|age months|age in months|العمر بالاشهر"
    "|ans|temen",
    M.BORN: "born|date of birth|birth date|birthdate|dob|d o b|birthday"
    "|birth|تاريخ الميلاد|الميلاد|تاريخ الولاده|المواليد"
    "|تاريخ ميلاد|مواليد|تاريخ التولد|التولد|date de naissance|naissance"
    "|ne le|roja zayine|dateofbirth",
    M.BORN_YEAR: "year of birth|birth year|yob|by|birthyear|born year|سنه الميلاد"
    "|سنه الولاده|عام الميلاد|عام الولاده|annee de naissance|sala zayine",
    M.BORN_MONTH: "month of birth|birth month|bm|birthmonth|شهر الميلاد|شهر الولاده"
    "|mois de naissance",
    M.BORN_DAY: "day of birth|birth day|bd|يوم الميلاد|يوم الولاده|jour de naissance",
    M.DIED: "died|date of death|death date|dod|date died|date killed|date of killing"
    "|killed|killed on|date|date of incident|incident date|date of event|event date"
    "|تاريخ الوفاه|تاريخ الاستشهاد|تاريخ القتل|التاريخ|تاريخ|تاريخ الحادث|تاريخ الحادثه"
    "|تاريخ الموت|تاريخ الوفاة|تاريخ الاصابه|اليوم والتاريخ|تاريخ الاختفاء|يوم الوفاه"
    "|date de deces|date du deces|deces|date de mort|roja mirine|dirok|death"
    "|date martyred|martyrdom date|date of martyrdom|date of disappearance|dateofdeath",
    M.DIED_YEAR: "year|death year|year of death|السنه|سنه|سنه الوفاه|العام|annee|sal",
    M.DIED_MONTH: "month|death month|month of death|الشهر|شهر|شهر الوفاه|mois|meh",
    M.DIED_DAY: "day|death day|day of death|اليوم|يوم|jour|roj",
    M.PLACE: "place|location|place of death|death place|site|where|address of incident"
    "|place of incident|location of death|incident location|area|المكان|مكان"
    "|مكان الوفاه|مكان الاستشهاد|مكان القتل|الموقع|مكان الحادث|موقع الحادث|المنطقه"
    "|منطقه|lieu|lieu de deces|lieu du deces|endroit|cih|ciye mirine",
    M.NEIGHBOURHOOD: "neighbourhood|neighborhood|quarter"
    "|street|street name|hay|الحي|حي|الحاره"
    "|الشارع|quartier|rue|tax",
    M.VILLAGE: "village|camp|hamlet|القريه|قريه|المخيم|مخيم|البلده|الضيعه|gund|hameau",
    M.CITY: "city|town|المدينه|مدينه|البلد|البلديه|ville|bajar|commune|municipality",
    M.SUBDISTRICT: "subdistrict|sub district|nahiya|nahia|الناحيه|ناحيه|admin3|adm3"
    "|admin 3|sous district",
    M.DISTRICT: "district|admin2|adm2|admin 2|القضاء|قضاء|mantiqa|county|navce|cercle",
    M.GOVERNORATE: "governorate|province|state|region|gov|admin1|adm1|admin 1"
    "|المحافظه|محافظه|الولايه|الاقليم|gouvernorat|parezgeh|wilaya",
    M.COUNTRY: "country|admin0|adm0|الدوله|دوله|pays|welat",
    M.HOME: "home|residence|address|street number|house number"
    "|house no|street no|suburb"
    "|postcode|post code|postal code|zip|zip code|zipcode|code postal|الرمز البريدي"
    "|street address|home town|place of birth|birthplace|birth place|origin"
    "|place of"
    " origin|hometown|home town|place of residence|from|governorate of origin"
    "|home address"
    "|مكان السكن|السكن|العنوان|عنوان السكن|مكان الولاده|مكان الميلاد|محل الاقامه"
    "|الاقامه"
    "|محل الولاده|مسقط الراس|البلده الاصليه|القريه الاصليه|مكان الاقامه|الاصل"
    "|lieu de naissance|adresse|domicile|residence habituelle|ciye jidayikbune",
    M.NATIONAL: "national id|national id number|id number|national number|id no|id card"
    "|identity number|identity card|national identity number"
    "|soc sec id|social security number|ssn"
    "|social security no|national insurance number|civil id|nid|id card no"
    "|رقم الهويه|الهويه|رقم هويه|الرقم الوطني|رقم وطني|رقم البطاقه|رقم القيد|القيد"
    "|رقم البطاقه الشخصيه|الرقم القومي|رقم الهويه الوطنيه|هويه|carte d identite|cin"
    "|numero d identite|civil registry number|nationalid|national id no",
    M.PASSPORT: "passport|passport no|passport number|رقم الجواز|جواز السفر"
    "|رقم جواز السفر|الجواز|passeport|numero de passeport",
    M.SERVICE: "service number|service no|military number|military id|unhcr id"
    "|unhcr number|refugee number|registration number|ration card|رقم عسكري"
    "|الرقم العسكري|رقم اللاجئ|رقم الكرت|matricule|رقم المفوضيه|unrwa number",
    M.FILE: "file|file number|file no|hospital number|morgue number|body number|medical"
    " record|mrn|case number|case file|رقم الملف|رقم الاضباره|رقم الجثه|رقم المريض"
    "|numero de dossier|dossier|pcode|source id|reference|ref|ref no",
    M.CAUSE: "cause|cause of death|manner of death|how killed|weapon|method|means"
    "|type of attack|سبب الوفاه|السبب|سبب الموت|طريقه القتل|سبب الاستشهاد|نوع السلاح"
    "|سبب القتل|طريقه الوفاه|نوع الاصابه|cause du deces|cause de deces|circumstances"
    "|sedema mirine",
    M.STATUS: "status|civilian|civilian status|combatant|category|victim type|type"
    "|civilian or combatant|الصفه|صفه|الحاله|مدني عسكري|مدني ام عسكري|نوع الضحيه|الفئه"
    "|التصنيف|statut|categorie|role",
    M.RANK: "rank|occupation|profession|job|military rank|الرتبه|المهنه|العمل|رتبه"
    "|الوظيفه|مهنه|grade|metier|pise",
    M.NOTES: "notes|note|remarks|comments|comment|description|details|ملاحظات|ملاحظه"
    "|تفاصيل|معلومات|remarques|observations|تعليق|summary|narrative|tebini",
    M.SOURCE: "source|sources|reported by|source of information|المصدر|مصدر"
    "|مصدر المعلومات|جهه التوثيق|referent|cavkani|link|url|reference link|الرابط"
    "|photo|image|صوره|video",
    M.IGNORED: "date reported|reported|date added|date of entry|entry date|updated"
    "|last updated|created|timestamp|تاريخ التسجيل|تاريخ الادخال|تاريخ التوثيق"
    "|registered|registration date|lat|lon|latitude|longitude|perpetrator|actor|الفاعل"
    "|الجهه الفاعله|marital status|children|nationality|الجنسيه|religion"
    "|الحاله الاجتماعيه|المسؤول|تاريخ النشر|phone|telephone|mobile|هاتف|رقم الهاتف",
}


def _folded(table: dict[ColumnMeaning, str]) -> dict[str, ColumnMeaning]:
    found: dict[str, ColumnMeaning] = {}
    for meaning, words in table.items():
        for word in words.split("|"):
            found.setdefault(words_of(word) or word, meaning)
    return found


WHOLE = _folded(_WHOLE)
"""Headers that say one thing, folded."""

_HAVING: tuple[tuple[ColumnMeaning, str], ...] = (
    (
        M.IGNORED,
        r"report(?:ed|ing)? date|date (?:of )?(?:report|entry|registration|adding)|"
        r"تاريخ (?:ال)?(?:تسجيل|ادخال|نشر|توثيق|ابلاغ)|phone|هاتف|perpetrator",
    ),
    (
        M.HOME,
        r"birth ?place|place of (?:birth|origin|residence)|lieu de naissance|"
        r"(?:مكان|محل|محافظه|مدينه|قريه) (?:ال)?(?:ولاده|ميلاد|اقامه|سكن|نزوح)"
        r"|residence|"
        r"home|origin|مسقط",
    ),
    (M.MOTHER, r"mother|mere\b|dayik|(?:ال|اسم )ام\b|والده"),
    (M.SPOUSE, r"spouse|husband|wife|زوج|epou|conjoint"),
    (M.GRANDFATHER, r"grand ?father|grand pere|\bال?جد\b|bapir|third name"),
    (M.FATHER, r"father|\bpere\b|(?:ال|اسم )اب\b|والد\b|middle name|second name|\bbav"),
    (M.KUNYA, r"nick ?name|alias|nom de guerre|kuny|حركي|surnom"),
    (
        M.OTHER_NAME,
        r"name.*\b(?:en|ar|arabic|english|latin|native|original|local)\b|"
        r"\b(?:en|ar|arabic|english|latin|native|local)\b.*name|"
        r"اسم.*(?:انجليزي|انكليزي|عربي|لاتيني|اجنبي)",
    ),
    (M.FAMILY, r"family name|surname|last ?name|عائل|شهره|nom de famille|pasnav"),
    (M.GIVEN, r"first ?name|given|forename|prenom|اسم (?:ال)?اول"),
    (
        M.BORN_YEAR,
        r"(?:birth|born).*\byear|\byear.*(?:birth|born)|سنه.*(?:ميلاد|ولاده)",
    ),
    (M.BORN_MONTH, r"(?:birth|born).*\bmonth|\bmonth.*(?:birth|born)"),
    (M.BORN_DAY, r"(?:birth|born) day\b|\bday of birth"),
    (M.BORN, r"\bbirth|\bborn\b|\bdob\b|ميلاد|ولاده|مواليد|naissance|zayin"),
    (M.CAUSE, r"cause|manner of|weapon|سبب|سلاح|طريقه|sedem"),
    (
        M.PLACE,
        r"(?:place|location|site|lieu|مكان|موقع).*(?:death|incident|event|kill|"
        r"deces|وفاه|استشهاد|حادث|قتل|موت)|(?:death|incident|event).*(?:place|location)",
    ),
    (M.DIED_YEAR, r"(?:death|died|وفاه).*\b(?:year|سنه|عام)\b|(?:سنه|عام) (?:ال)?وفاه"),
    (M.DIED_MONTH, r"(?:death|died|وفاه).*\b(?:month|شهر)\b|شهر (?:ال)?وفاه"),
    (M.DIED_DAY, r"(?:death|died).*\bday\b"),
    (
        M.DIED,
        r"date.*(?:death|died|kill|incident|event|martyr|missing|deces|mort)|"
        r"(?:death|died|kill|incident|event|martyr).*date|\bdod\b|"
        r"تاريخ.*(?:وفاه|استشهاد|قتل|حادث|موت|فقدان|اختفاء|اعتقال|اصابه)",
    ),
    (M.PASSPORT, r"passport|passeport|جواز"),
    (
        M.NATIONAL,
        r"national (?:id|number|no)|identity|\bid (?:card|no|number)|هويه|"
        r"رقم (?:ال)?(?:وطني|قومي|قيد|بطاقه)|identite",
    ),
    (
        M.SERVICE,
        r"(?:service|military|unhcr|refugee|unrwa).*(?:no|number|id)|"
        r"رقم (?:ال)?(?:عسكري|لاجئ|مفوضيه)|matricule",
    ),
    (
        M.FILE,
        r"(?:file|hospital|morgue|body|medical|dossier).*(?:no|number|id|ref)|"
        r"رقم (?:ال)?(?:ملف|اضباره|جثه|مريض|تقرير)",
    ),
    (M.SEX, r"\bsex|\bgender|\bجنس|\bالجنس\b|sexe"),
    (M.AGE, r"\bage\b|\bال?عمر\b|\bالسن\b"),
    (M.STATUS, r"civilian|combatant|مدني|صفه|status"),
    (M.RANK, r"\brank\b|رتبه|occupation|profession|\bjob\b|مهنه|وظيفه"),
    (M.NEIGHBOURHOOD, r"neighbo|quarter|\bال?حي\b|quartier|street|شارع"),
    (M.VILLAGE, r"village|\bcamp\b|قريه|مخيم|\bgund"),
    (M.SUBDISTRICT, r"sub ?district|ناحيه"),
    (M.DISTRICT, r"district|قضاء"),
    (M.GOVERNORATE, r"governorate|province|محافظه|ولايه|gouvernorat|\bregion\b"),
    (M.CITY, r"\bcity\b|\btown\b|مدينه|\bville\b|بلده"),
    (M.COUNTRY, r"country|دوله|\bpays\b"),
    (M.NOTES, r"note|remark|comment|detail|ملاحظ|تفاصيل|description"),
    (M.SOURCE, r"source|مصدر|reported by|\burl\b|\blink\b|photo|صوره"),
    (M.NAME, r"\bname|\bnom\b|اسم|victim|الضحيه|الشهيد"),
    (M.PLACE, r"place|location|مكان|موقع|منطقه|\blieu"),
    (M.DIED, r"\bdate\b|تاريخ"),
    (M.RECORD, r"serial|تسلسل|مسلسل"),
)
_HAVING_AT = tuple((meaning, re.compile(pattern)) for meaning, pattern in _HAVING)

POSTAL = frozenset(
    {"street number", "house number", "house no", "street no", "suburb", "zip"}
    | {"postcode", "post code", "postal code", "zip code", "zipcode", "code postal"}
    | {"الرمز البريدي"}
)
"""Headers of addresses where people live: nobody writes where somebody died so."""

_SAY_LITTLE = (
    "id|date|year|month|day|تاريخ|التاريخ|رقم|الرقم|number|no|type|first|last|nom"
    "|killed|death|state|region|by|bm|bd|from|status|الحاله|النوع|person|category|area"
)
WEAK = frozenset(words_of(each) for each in _SAY_LITTLE.split("|"))
"""Headers that say too little to be believed against the cells under them."""


def unnumbered(header: str) -> str:
    """Give the words of a header without the number by which columns go on.

    Example:
        >>> unnumbered("lname_c2"), unnumbered("Address 1")
        ('lname', 'address')
    """
    return _NUMBERED.sub("", words_of(header))


_NUMBERED = re.compile(r"\s+c?\d+$")


@lru_cache(maxsize=4096)
def said_by(header: str) -> tuple[ColumnMeaning, float] | None:
    """Tell what a header says, and how plainly; None where it says nothing known.

    Example:
        >>> said_by("Date_of-Death")[0].value, said_by("اسم الأب")[0].value
        ('died', 'father')
        >>> said_by("Blorp") is None
        True
    """
    words = words_of(header)
    bare = unnumbered(header)
    for form, sure in ((words, 0.95), (bare, 0.9), (_without_article(bare), 0.85)):
        if form in WHOLE:
            return WHOLE[form], 0.6 if form in WEAK else sure
    for meaning, pattern in _HAVING_AT:
        if pattern.search(bare):
            return meaning, 0.75
    return None


def _without_article(words: str) -> str:
    return re.sub(r"\bال(?=\w\w)", "", words)
