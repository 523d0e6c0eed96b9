"""What the desk says, in English and in Arabic."""

from tasjil.link.compare.sentences import Twin
from tasjil.link.review.question import WhyAsked
from tasjil.model.judgement import Verdict

FIELDS = {
    "name": Twin("name", "الاسم"),
    "other names": Twin("also", "أسماء أخرى"),
    "sex": Twin("sex", "الجنس"),
    "age": Twin("age", "العمر"),
    "born": Twin("born", "الميلاد"),
    "died": Twin("died", "الوفاة"),
    "where": Twin("where", "المكان"),
    "home": Twin("home", "من"),
    "numbers": Twin("numbers", "الأرقام"),
    "kin": Twin("kin", "القرابة"),
    "cause": Twin("cause", "السبب"),
    "status": Twin("status", "الصفة"),
    "others": Twin("is also", "هو أيضاً"),
}
TOGETHER = Twin("held to be one person now", "يُعدّان شخصاً واحداً الآن")
APART = Twin("held to be two persons now", "يُعدّان شخصين الآن")
AS_IT_CAME = Twin("as it came", "كما ورد")
THE_REPORT = Twin("the report says", "يقول التقرير")
SO_FAR = Twin(
    "{answered} answered; doubtful pairs left {doubtful}; persons {persons}",
    "أجيب عن {answered}؛ بقي من الأزواج المشكوك فيها {doubtful}؛ الأشخاص {persons}",
)
KEYS = Twin(
    "[s]ame [d]ifferent [c]annot tell s[k]ip [u]ndo [w]hy asked [a]s it came [q]uit",
    "[s] واحد [d] مختلفان [c] لا يُعرف [k] تخطَّ [u] تراجع [w] لمَ [a] كما ورد [q] خروج",
)
BECAUSE = Twin(
    "Why? Enter for 1, a number, or your own words ({back} goes back): ",
    "لماذا؟ Enter للأول، أو رقم، أو بكلماتك ({back} للرجوع): ",
)
NO_NAMES = Twin(
    "Write no names into reasons: the file of judgements is not encrypted.",
    "لا تكتب أسماء في الأسباب: ملف الأحكام غير مشفّر.",
)
WHY = Twin(
    "Asked because: {definition} Given who stands together now, the probability that "
    "the two are one person is {percent} %.",
    "سبب السؤال: {definition} احتمال أنهما شخص واحد، بحسب ما هو قائم الآن: {percent}٪.",
)
WHY_ASKED = {
    WhyAsked.DOUBTFUL: Twin(
        WhyAsked.DOUBTFUL.definition,
        "قد يتبين خلاف ما هو قائم، فيتغير بذلك عدد الأشخاص.",
    ),
    WhyAsked.RARE: Twin(
        WhyAsked.RARE.definition,
        "قد يتبين خلاف ما هو قائم، ومن هم على هذه القوائم تحديداً قلة، فيتغير جدول "
        "التداخل أكثر.",
    ),
    WhyAsked.LIKE_MANY: Twin(
        WhyAsked.LIKE_MANY.definition,
        "أزواج كثيرة مشكوك فيها تشبه هذا الزوج، ولم يجب أحد عن أي منها.",
    ),
    WhyAsked.CHECK: Twin(
        WhyAsked.CHECK.definition,
        "اختير عشوائياً من الأزواج التي تبدو مؤكدة، للتحقق منها.",
    ),
}
KEPT = {
    Verdict.SAME: Twin("kept: same", "حُفظ: شخص واحد"),
    Verdict.DIFFERENT: Twin("kept: different", "حُفظ: شخصان"),
    Verdict.CANNOT_TELL: Twin("kept: cannot tell", "حُفظ: لا يُعرف"),
}
UNDONE = Twin("taken back; asked again", "أُلغي، ويُسأل عنه من جديد")
NOTHING_TO_UNDO = Twin("nothing was answered at this desk yet", "لم يُجب عن شيء هنا بعد")
NO_SUCH_KEY = Twin("no such key: {keys}", "لا مفتاح كهذا: {keys}")
NOTHING_LEFT = Twin("nothing is left that is worth asking", "لم يبق ما يستحق السؤال")
LINK_AGAIN = Twin(
    "Link again to weigh all answers together.", "أعد الربط لتوزن الإجابات كلها معاً."
)

REASONS = {
    Verdict.SAME: (
        Twin("names, dates and places agree", "الأسماء والتواريخ والأماكن متوافقة"),
        Twin("the numbers are the same", "الأرقام متطابقة"),
        Twin("one spelling of the name is a slip", "إحدى كتابتي الاسم سهو"),
        Twin("the family or a witness says so", "هكذا تقول العائلة أو شاهد"),
        Twin("the sources name the same event", "المصادر تذكر الحدث نفسه"),
    ),
    Verdict.DIFFERENT: (
        Twin("the names are of two people", "الاسمان لشخصين"),
        Twin("siblings: only the given name differs", "أخوان: الاسم الأول وحده مختلف"),
        Twin("the dates cannot be of one death", "التاريخان لا يكونان لوفاة واحدة"),
        Twin("the numbers differ", "الأرقام مختلفة"),
        Twin("the family or a witness says so", "هكذا تقول العائلة أو شاهد"),
    ),
    Verdict.CANNOT_TELL: (
        Twin("too little is told", "ما ذُكر قليل جداً"),
        Twin("what is told contradicts itself", "ما ذُكر متناقض"),
        Twin("somebody else should look", "ينبغي أن ينظر شخص آخر"),
    ),
}
"""Offered for each answer, the first being taken where nothing is typed."""
