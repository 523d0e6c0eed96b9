"""Tables and lists in Arabic reports."""

from read_arabic.test_who_speaks import claims

TABLE = """مركز النهر – تقرير نيسان 2031

الضحايا المدنيون حسب المحافظة
المحافظة — القتلى — الجرحى
تاروف — ٤١ — ٩٦
شهلان — ٣٣ — 1,058
المجموع — ٧٤ — 1,154

وقُتل 9 من عناصر الشرطة."""


def test_each_number_of_a_table_is_a_claim_of_its_column_and_row() -> None:
    """A column says what was done, a row where."""
    found = [c for c in claims(TABLE) if "—" in c.passage.quote]
    told = [(c.act.value, c.quantity.low) for c in found]
    assert told == [
        ("killed", 41),
        ("injured", 96),
        ("killed", 33),
        ("injured", 1058),
        ("killed", 74),
        ("injured", 1154),
    ]
    assert {c.level.value for c in found} == {"aggregate"}
    assert {c.victims.status.value for c in found} == {"civilian"}


def test_rows_that_add_up_are_parts_of_the_last_line() -> None:
    """The sum of a table is not added to its rows."""
    found = [c for c in claims(TABLE) if "—" in c.passage.quote]
    total = next(c for c in found if c.quantity.low == 74)
    assert [c.part_of for c in found if c.act is total.act] == [
        total.group,
        total.group,
        None,
    ]


def test_the_title_of_a_monthly_report_gives_its_figures_their_time() -> None:
    """April 2031 stands in the title alone."""
    assert {c.when.edtf for c in claims(TABLE)} == {"2031-04"}


def test_each_village_of_a_list_is_an_event_and_a_part_of_the_sum() -> None:
    """Two villages with the same number are not the same dead."""
    text = (
        "وثّق مرصد النهر أمس مقتل 9 مدنيين في ريف تاروف:\n\n"
        "- وادي شهلان: 4 قتلى\n- تل البيدر: 4 قتلى\n- عين الكرم: قتيل واحد"
    )
    found = claims(text)
    villages = found[1:]
    assert [c.quantity.low for c in villages] == [4, 4, 1]
    assert len({c.group for c in villages}) == 3
    assert {c.part_of for c in villages} == {found[0].group}
    assert {c.level.value for c in villages} <= {"incident", "individual"}
    assert {c.stance.value for c in villages} == {"verified"}


def test_a_list_of_names_under_a_sentence_tells_what_befell_them() -> None:
    """The verb stands above the list, the names below it."""
    text = (
        "استشهد في قصف أمس على تل البيدر كل من:\n"
        "- سالم أحمد النحال (54 عاماً)\n- رباب ناصر\n- الطفل كريم يوسف"
    )
    found = claims(text)
    assert [c.victims.names for c in found] == [
        ("سالم أحمد النحال",),
        ("رباب ناصر",),
        ("كريم يوسف",),
    ]
    assert {c.act.value for c in found} == {"killed"}
    assert {c.level.value for c in found} == {"individual"}
    assert {c.when.edtf for c in found} == {"2031-05-19"}
