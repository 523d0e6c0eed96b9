"""The words of a list: headers, months, sexes, ages, titles, in three languages."""

from pathlib import Path

HEADERS = {
    "en": {
        "number": ("No.", "#", "id"), "name": ("Full name", "Name", "Victim name"),
        "given": ("First name", "Given name"), "father": ("Father's name", "Father"),
        "grandfather": ("Grandfather's name", "Grandfather"),
        "family": ("Family name", "Surname"), "mother": ("Mother's name", "Mother"),
        "sex": ("Sex", "Gender"), "age": ("Age", "Age at death", "Age (years)"),
        "born": ("Date of birth", "DOB"), "died": ("Date of death", "Date of incident"),
        "governorate": ("Governorate", "Province"), "district": ("District",),
        "town": ("Town/Village", "Town", "Village"),
        "cause": ("Cause of death", "Cause"),
        "place": ("Place of death", "Location"),
        "identity": ("ID number", "National ID"),
        "note": ("Notes", "Remarks"), "file": ("File number", "Case no."),
    },
    "ar": {
        "number": ("الرقم", "م", "الرقم التسلسلي"),
        "name": ("الاسم الكامل", "الاسم", "اسم الضحية"),
        "given": ("الاسم الأول", "الاسم"), "father": ("اسم الأب", "الأب"),
        "grandfather": ("اسم الجد", "الجد"), "family": ("الكنية", "العائلة", "اللقب"),
        "mother": ("اسم الأم", "الأم"), "sex": ("الجنس",), "age": ("العمر", "السن"),
        "born": ("تاريخ الولادة", "تاريخ الميلاد"),
        "died": ("تاريخ الوفاة", "تاريخ الحادثة"), "governorate": ("المحافظة",),
        "district": ("المنطقة",), "town": ("البلدة", "القرية", "المدينة"),
        "cause": ("سبب الوفاة", "السبب"), "place": ("مكان الوفاة", "المكان"),
        "identity": ("الرقم الوطني", "رقم الهوية"), "note": ("ملاحظات",),
        "file": ("رقم الملف",),
    },
    "fr": {
        "number": ("N°", "Numéro"), "name": ("Nom complet", "Nom et prénom"),
        "given": ("Prénom",), "father": ("Nom du père", "Père"),
        "grandfather": ("Grand-père",), "family": ("Nom", "Nom de famille"),
        "mother": ("Nom de la mère",), "sex": ("Sexe",), "age": ("Âge",),
        "born": ("Date de naissance",), "died": ("Date du décès", "Date de décès"),
        "governorate": ("Gouvernorat",), "district": ("District",),
        "town": ("Ville/Village", "Ville"), "cause": ("Cause du décès",),
        "place": ("Lieu du décès", "Lieu"), "identity": ("Numéro d'identité",),
        "note": ("Remarques", "Observations"), "file": ("Numéro de dossier",),
    },
}  # fmt: skip
SEX = {
    "en": (("M", "F"), ("male", "female"), ("Male", "Female"), ("man", "woman")),
    "ar": (("ذكر", "أنثى"), ("ذكر", "انثى"), ("رجل", "امرأة")),
    "fr": (("H", "F"), ("M", "F"), ("homme", "femme"), ("Masculin", "Féminin")),
}
MONTHS = {
    "en": "January February March April May June July August September October "
    "November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre "
    "novembre décembre",
    "ar": "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول "
    "تشرين_الثاني كانون_الأول",
}
AGES = {
    "en": ("{}", "{}", "{} years", "~{}", "about {}", "{} yrs", "{}y"),
    "ar": ("{}", "{}", "{} عاماً", "{} سنة", "حوالي {}", "{} عام"),
    "fr": ("{}", "{}", "{} ans", "env. {}", "environ {} ans"),
}
MONTHS_OLD = {"en": "{} months", "ar": "{} أشهر", "fr": "{} mois"}
INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
TITLES = {
    "latin": ("Dr. ", "Haj ", "Hajj ", "Sheikh ", "Martyr ", "Eng. ", "Mr. "),
    "arabic": ("الحاج ", "الشيخ ", "د. ", "الشهيد ", "الدكتور ", "الأستاذ "),
    "woman latin": ("Hajja ", "Mrs. ", "Ms "),
    "woman arabic": ("الحاجة ", "السيدة ", "الشهيدة "),
}
WIFE = {
    "latin": ("wife of {}", "Wife of {}", "spouse of {}", "{}'s wife"),
    "arabic": ("زوجة {}", "حرم {}", "زوجة السيد {}"),
}
MOTHER = {"latin": ("mother of {}", "Mother of {}"), "arabic": ("والدة {}", "أم {}")}
UNNAMED = {
    "latin": (
        "Unidentified man",
        "unknown",
        "Unidentified body",
        "N/A",
        "",
        "body no 7",
    ),
    "arabic": ("مجهول الهوية", "غير معروف", "جثة مجهولة", "", "مجهولة", "رجل مجهول"),
}
CAUSES = {
    "en": ("Shelling", "Shooting", "Airstrike", "Explosion", "Under rubble"),
    "ar": ("قصف", "إطلاق نار", "غارة جوية", "انفجار", "تحت الأنقاض"),
    "fr": ("Bombardement", "Tir", "Frappe aérienne", "Explosion", "Décombres"),
}
DISTRICT = {"en": "{} district", "ar": "منطقة {}", "fr": "district de {}"}
HOSPITAL = {"en": "{} hospital", "ar": "مشفى {}", "fr": "hôpital de {}"}
# Names by which people are called at home, one letter a sound: a line a name.
CALLED = {
    line.split()[0]: line.split()[1:]
    for line in Path(__file__).with_name("called.txt").read_text("ascii").splitlines()
}
