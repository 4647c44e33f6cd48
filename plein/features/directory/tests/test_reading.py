"""Reading spreadsheets: whatever people send, a table or a sentence they understand."""

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plein.features.directory.lists.cells import Known, read_row
from plein.features.directory.lists.columns import digest, guess, is_enough
from plein.features.directory.lists.doubles import Index, Side, bare, likeness, pairs
from plein.features.directory.lists.filling import filled
from plein.features.directory.lists.reading import Unreadable, read
from plein.features.directory.sheet import Help, Sheet, Spot
from plein.features.directory.tests.spreadsheets import BROKEN, GOOD, csv_of, xlsx_of
from plein.lib.keys import uuid7

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
KNOWN = Known({"tuin": "tuin", "garden": "tuin"}, {"ouderen": "ouderen"}, town="Waterdrecht")


@pytest.fixture(autouse=True)
def _dutch():
    with translation.override("nl"):
        yield


def test_there_are_thirty_broken_files_at_least_and_no_two_are_one():
    assert len({data for data, _words in BROKEN.values()}) == len(BROKEN) >= 30


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_gets_a_sentence_a_volunteer_understands(name):
    data, words = BROKEN[name]
    with pytest.raises(Unreadable) as refusal:
        read(data)
    sentence = str(refusal.value.sentence)
    assert words in sentence
    assert sentence.endswith(".")
    assert not {"Error", "exception", "None", "openpyxl", "utf"} & set(sentence.split())


@QUICK
@given(st.binary(max_size=400))
def test_any_bytes_give_a_table_or_a_sentence(data):
    try:
        said = read(data).rows
    except Unreadable as refusal:
        said = str(refusal.sentence)
    assert said


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_any_usual_separator(sign):
    table = read(f"naam{sign}straat\r\nKoor{sign}Dijk 1\r\n".encode())
    assert (table.header, table.rows) == (["naam", "straat"], [(2, ["Koor", "Dijk 1"])])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_accents_in_any_usual_alphabet(encoding):
    table = read("naam;straat\r\nCafé Zoë;Ångströmweg\r\n".encode(encoding))
    assert table.rows[0][1] == ["Café Zoë", "Ångströmweg"]


def test_a_separator_inside_quotes_is_a_word():
    table = read(b'naam,straat\n"Koor, gemengd","Dijk 1"\nClub,Weg 2\n')
    assert table.rows[0][1][0] == "Koor, gemengd"


def test_excel_may_tell_its_separator():
    assert read(b"sep=,\r\nnaam,straat\r\nA;B,C\r\n").rows[0][1] == ["A;B", "C"]


def test_a_title_above_the_headings_is_passed_over_and_rows_keep_their_number():
    table = read(b"Sociale kaart 2026;;\n;;\nNaam;Straat;Plaats\nKoor;Dijk;W\n;;\nClub;Weg;W\n")
    assert table.header == ["Naam", "Straat", "Plaats"]
    assert [number for number, _cells in table.rows] == [4, 6]


def test_a_workbook_with_its_words_on_the_second_page():
    table = read(xlsx_of(["Naam", "Straat"], ["Koor", 12.0], sheets=3))
    assert table.rows == [(2, ["Koor", "12"])]


def test_days_and_times_of_a_workbook_are_written_as_people_do():
    import datetime as dt

    row = ["Koor", dt.date(2026, 11, 3), dt.time(9, 30), True, dt.datetime(2026, 1, 2)]  # noqa: DTZ001 - as a workbook has it
    table = read(xlsx_of(["Naam", "Dag", "Tijd", "Ja", "Ook"], row))
    assert table.rows[0][1] == ["Koor", "03-11-2026", "09:30", "ja", "02-01-2026"]


def test_short_rows_are_made_as_long_as_the_header():
    assert read(b"naam;straat;plaats\nKoor\nA;B\n").rows[0][1] == ["Koor", "", ""]


@pytest.mark.parametrize(
    ("words", "key"),
    [("Naam", "name"), ("NAAM ORGANISATIE", "name"), ("Tel.nr", "phone"), ("E-mail", "mail"),
     ("e-mailadres", "mail"), ("KvK nr.", "kvk"), ("Adres", "street"), ("huisnr", "number"),
     ("Vestigingsplaats", "place"), ("Thema's", "themes"), ("Doelgroep", "groups")],
)  # fmt: skip
def test_headings_in_many_words(words, key):
    assert guess([words]) == {"0": key}


def test_a_heading_counts_once_and_a_name_is_needed():
    assert guess(["Naam", "Organisatie", "?"]) == {"0": "name"}
    assert not is_enough(guess(["Straat"]))
    assert digest(["Naam ", "STRAAT"]) == digest(["naam", "straat"])


def row(**cells):
    return read_row({"name": "Koor"} | cells, KNOWN)


@pytest.mark.parametrize(
    ("cells", "field", "value"),
    [
        ({"phone": "0184-555030"}, "phone", "0184 555 030"),
        ({"kvk": "1234567"}, "kvk", "01234567"),
        ({"kvk": "12345678"}, "kvk", "12345678"),
        ({"website": "www.koor.nl"}, "website", "https://www.koor.nl"),
        ({"mail": "mailto:Info@Koor.NL"}, "mail", "info@koor.nl"),
        ({"themes": "Tuin; garden"}, "themes", ("tuin",)),
        ({"groups": "OUDEREN"}, "groups", ("ouderen",)),
        ({"sector": "Muziekvereniging"}, "sector", "culture"),
        ({"informal": "x"}, "informal", True),
        ({"cost": "ja"}, "cost", "free"),
        ({"cost_words": "gratis"}, "cost", "free"),
        ({"cost_words": "2 euro"}, "cost", "paid"),
        ({"referral": "vrije inloop"}, "referral", "no"),
        ({"referral": "op afspraak"}, "referral", "appointment"),
        ({"referral": "via huisarts"}, "referral", "yes"),
        ({"languages": "Nederlands, Arabisch"}, "languages", ("nl", "ar")),
        ({"access": "rolstoel; lift"}, "access", ("wheelchair", "lift")),
        ({"services": "Kookles; Taalles"}, "services", (Help("Kookles"), Help("Taalles"))),
        ({"line": "'=Zingen"}, "line", "=Zingen"),
    ],
)
def test_cells_as_people_fill_them(cells, field, value):
    read_it = row(**cells)
    assert getattr(read_it.sheet, field) == value
    assert read_it.problems == []


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"phone": "geen"}, "telefoonnummer niet lezen"),
        ({"phone": "06-12345678"}, "mobiel nummer"),
        ({"kvk": "12"}, "8 cijfers"),
        ({"mail": "info"}, "geen mailadres"),
        ({"website": "geen"}, "geen webadres"),
        ({"postcode": "4291"}, "4 cijfers en 2 letters"),
        ({"opening": "altijd"}, "tijden niet lezen"),
        ({"themes": "Ruimtevaart"}, "“Ruimtevaart” kennen we niet"),
        ({"sector": "Xyz"}, "soort kennen we niet"),
        ({"informal": "misschien"}, "ja of nee"),
        ({"referral": "hm"}, "inloop, afspraak of verwijzing"),
        ({"line": "#REF!"}, "fout van het rekenblad"),
        ({"line": "a" * 300}, "eerste 200 tekens"),
    ],
)
def test_what_cannot_be_read_is_a_sentence_and_the_rest_goes_in(cells, words):
    read_it = row(**cells)
    assert words in " ".join(read_it.problems)
    assert read_it.sheet.name == "Koor"
    assert not read_it.is_wrong


@pytest.mark.parametrize("name", ["", "12", "<b>x</b>", "a" * 121, "#N/A"])
def test_without_a_good_name_the_row_stays_outside(name):
    assert row(name=name).is_wrong


def test_street_and_number_may_stand_apart():
    spot = row(
        street="Dijk", number="4a", postcode="4291 aa", opening="ma-di 9-12"
    ).sheet.locations[0]
    assert (spot.street, spot.postcode, spot.place) == ("Dijk 4a", "4291AA", "Waterdrecht")
    assert spot.opening == ((0, 540, 720), (1, 540, 720))


def test_a_town_alone_is_no_place():
    assert row(place="Waterdrecht").sheet.locations == ()


def side(name, kvk="", postcode=""):
    return Side(uuid7(), name, kvk, postcode)


@pytest.mark.parametrize(
    ("one", "other", "certain"),
    [
        (("Koor De Vink", "12345678"), ("De Vink, koor", "12345678"), True),
        (("Koor", "12345678", "4291AA"), ("Heel anders", "12345678", "4291AA"), True),
        (("Koor", "12345678"), ("Heel anders", "12345678"), False),
        (("Stichting De Wiek", "", "4291AA"), ("de wiek", "", "4291AA"), True),
        (("Buurthuis De Wiek", "", "4291AA"), ("Buurthuis de Wieck", "", "4291AA"), True),
        (("Café Zoë", "", "4291AA"), ("cafe zoe", "", "4291AA"), True),
        (("De Wiek", "", "4291AA"), ("De Wiek", "", "4291BB"), False),
        (("De Wiek",), ("De Wiek",), True),
        (("Koor", "", "4291AA"), ("Voetbalclub", "", "4291AA"), None),
        (("De Wiek", "11111111", "4291AA"), ("De Wiek", "22222222", "4291AA"), None),
        (("Koor",), ("Koor De Vink",), None),
    ],
)
def test_which_two_are_one(one, other, certain):
    found = Index.of([side(*one)]).find(side(*other))
    assert (found.certain if found else None) is certain


def test_pairs_come_once_certain_ones_first():
    found = pairs([side("B", "", "1"), side("B", "", "2"), side("A", "", "3"), side("A", "", "3")])
    assert [(one.name, match.certain) for one, match in found] == [("A", True), ("B", False)]


def test_empty_words_do_not_make_two_clubs_alike():
    assert bare("Stichting Het Koor") == "koor"
    assert bare("De") == "de"
    assert likeness("Stichting Koor", "Vereniging Club") < 60


NOW = Sheet("Koor", line="Zingen", phone="0184 555 030", locations=(Spot(street="Dijk 1"),))


def test_a_list_only_fills_what_is_empty():
    after = filled(NOW, Sheet("KOOR", line="Anders", mail="info@koor.nl"), take_over=False)
    assert (after.name, after.line, after.mail) == ("Koor", "Zingen", "info@koor.nl")


def test_or_takes_over_but_an_empty_cell_empties_nothing():
    listed = Sheet("Groot Koor", line="Anders", locations=(Spot(postcode="4291AA"),))
    after = filled(NOW, listed, take_over=True)
    assert (after.name, after.line, after.phone) == ("Groot Koor", "Anders", "0184 555 030")
    assert after.locations == (Spot(street="Dijk 1", postcode="4291AA"),)


def test_filling_twice_is_filling_once():
    listed = Sheet("Koor", mail="info@koor.nl", services=(Help("Repetitie"),))
    once = filled(NOW, listed, take_over=True)
    assert filled(once, listed, take_over=True) == once


def test_a_good_file_is_good():
    assert read(GOOD).rows == [(2, ["Koor", "0184 555 030"])]
    assert read(csv_of("Koor;Zingen")).rows[0][1][:2] == ["Koor", "Zingen"]
