"""Signs in Dutch as people write it. What asks for care is found; what does not is left alone."""

import pytest

from plein.lib.writing.signals import Sign, signs_in
from plein.testing.slowness import times_as_long

PAYMENT = [
    "Kun je me even een tikkie sturen?",
    "Stuur maar een betaalverzoek",
    "Wil je 50 euro voorschieten?",
    "Maak jij het geld alvast over?",
    "Ik heb een aanbetaling nodig",
    "De borg is € 100",
    "Het kost 25,- euro",
    "Kun je contant betalen",
    "Mag ik je pincode voor de boodschappen?",
    "Geef je bankpas maar mee",
    "Koop een cadeaukaart van 50",
    "Kun je het overmaken?",
    "Can you send money by Western Union",
]
LINK = [
    "Kijk op https://voorbeeld.example/x",
    "zie www.buurthuis.nl",
    "betaal-snel.shop/tikkie",
    "Alles staat op bit.link/abc",
]
IBAN = [
    "NL91ABNA0417164300",
    "nl91 abna 0417 1643 00",
    "Rekening: NL91 ABNA 0417 1643 01",
    "BE68 5390 0754 7034",
    "DE89370400440532013000",
]
PHONE = [
    "Bel me op 06-12345678",
    "06 12 34 56 78",
    "+31 6 12345678",
    "0031612345678",
    "Mijn nummer is 0184-555010",
    "(0184) 55 50 10",
]
QUIET = [
    "Kom je dinsdag om 10.00 uur?",
    "Ik woon vlak bij de bibliotheek.",
    "Fijn, tot morgen. Neem je een boek mee?",
    "Het is geen bezwaar. Ik ben er om 9 uur",
    "Hij is 12 jaar en heel rustig.",
    "We zijn met 4 mensen op 12-03-2026",
    "De postcode is 3361 AB",
    "Ik heb je 2 keer gebeld.Niet gelukt",
    "Zullen we je 50 boeken ophalen voor alle kids",
    "Ik mail je via noor@waterdrecht.example",
    "Ik loop van 10 tot 12",
    "Prima hoor",
]


@pytest.mark.parametrize("text", PAYMENT)
def test_money_is_seen(text):
    assert Sign.PAYMENT in signs_in(text)


@pytest.mark.parametrize("text", LINK)
def test_a_link_is_seen(text):
    assert Sign.LINK in signs_in(text)


@pytest.mark.parametrize("text", IBAN)
def test_a_bank_account_is_seen_and_is_no_phone_number(text):
    assert signs_in(text) == {Sign.IBAN}


@pytest.mark.parametrize("text", PHONE)
def test_a_phone_number_is_seen(text):
    assert signs_in(text) == {Sign.PHONE}


@pytest.mark.parametrize("text", QUIET)
def test_ordinary_words_are_left_alone(text):
    assert signs_in(text) == frozenset()


@pytest.mark.parametrize("piece", ["a.b.c.d-", "a-", "1 ", "maak ", "NL91 ", "a.nl", "06-"])
def test_a_nasty_text_takes_hardly_longer_than_another(piece):
    nasty, ordinary = piece * (2000 // len(piece)), ("We gaan elke week wandelen. " * 99)[:2000]

    assert times_as_long(lambda: signs_in(nasty), lambda: signs_in(ordinary)) < 40
