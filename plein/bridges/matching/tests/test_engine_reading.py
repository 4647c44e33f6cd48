"""What is read in a text: language, stems, concepts; never an error."""

import pytest

from plein.bridges.matching.engine import words
from plein.bridges.matching.engine.concepts import THEMES, field_of, load
from plein.bridges.matching.engine.grams import grams
from plein.bridges.matching.engine.language import language_of
from plein.bridges.matching.engine.mending import mend, parts
from plein.bridges.matching.engine.reading import read
from plein.bridges.matching.engine.shapes import VERSION, Read
from plein.bridges.matching.engine.sounds import sound
from plein.bridges.matching.tests.making_posts import ask, offer, profile


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wie kan mij helpen met de boodschappen?", "nl"),
        ("Can someone help me with the shopping?", "en"),
        ("Alışveriş için bana yardım eden biri var mı?", "tr"),
        ("Szukam kogoś, kto pomoże mi w ogrodzie", "pl"),
        ("Шукаю людину, яка допоможе з документами", "uk"),
        ("أبحث عن شخص يساعدني في الحديقة", "ar"),
        ("Ищу помощь, мы новые в городе", "ru"),
        ("😀😀😀", ""),
        ("", ""),
    ],
)
def test_the_language_of_a_short_text(text, language):
    assert language_of(text) == language


def test_a_tie_goes_to_a_language_the_poster_speaks():
    assert language_of("is", frozenset({"en"})) == "en"
    assert language_of("is", frozenset({"nl"})) == "nl"


@pytest.mark.parametrize(
    ("typed", "folded"),
    [("Café", "cafe"), ("FOTO'S", "fotos"), ("ŁÓDKA", "lodka"), ("ışık", "isik"), ("أحمد", "احمد")],
)
def test_letters_are_folded(typed, folded):
    assert words.fold(typed) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [("wandelen", "wandelt"), ("boodschap", "boodschappen"), ("fietsband", "fietsbanden")],
)
def test_forms_of_a_word_share_a_stem(one, other):
    assert words.stem(one, "nl") == words.stem(other, "nl")


def test_turkish_and_polish_keep_the_first_letters():
    assert words.stem("bahcemizde", "tr") == words.stem("bahcem", "tr")
    assert words.stem("ogrodzie", "pl") == words.stem("ogrodzisko", "pl")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("intrnet", "internet"),
        ("balcon", "balkon"),
        ("dakgood", "dakgoot"),
        ("rolsdoel", "rolstoel"),
    ],
)
def test_a_misspelt_word_of_the_field_is_mended(typed, meant):
    assert mend(typed, field_of(), "nl") == meant


@pytest.mark.parametrize("fine", ["wonder", "ambulance", "fiets", "kunst", "x1234", ""])
def test_a_word_that_is_fine_is_left_alone(fine):
    assert mend(fine, field_of(), "nl") == ""


def test_other_languages_are_not_mended():
    assert mend("ogrudek", field_of(), "pl") == ""


@pytest.mark.parametrize(
    ("heard", "also"), [("fiets", "viets"), ("brei", "brij"), ("wonen", "woonen"), ("goud", "gaut")]
)
def test_what_sounds_alike_has_one_sound(heard, also):
    assert sound(heard) == sound(also)


def test_a_compound_gives_the_words_in_it():
    assert set(parts("tuingras", field_of())) == {"tuin", "gras"}
    assert parts("gras", field_of()) == []


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Wie kan mijn gras maaien?", "mow-grass"),
        ("Het gras bij mij moet nodig een keer gemaaid, wie wil dat maaien", "mow-grass"),
        ("De heg en het grasmaaien lukt niet meer", "mow-grass"),
        ("Wie laat mijn hond uit?", "dog-walking"),
        ("Mijn wifi doet het niet", "wifi-internet"),
    ],
)
def test_concepts_are_found_in_the_text(text, concept):
    assert concept in read(ask(text)).concepts


@pytest.mark.parametrize("language", ["en", "tr", "ar", "pl", "uk"])
def test_a_term_of_another_language_is_the_same_concept(language):
    concept = field_of().concepts[field_of().number["mow-grass"]]

    found = read(ask(concept.terms[language][0], languages=frozenset({language})))

    assert "mow-grass" in {**found.leaning, **found.concepts}


def test_the_longest_term_wins():
    found = read(ask("Wie wil mijn gordijnrails ophangen?")).concepts

    assert max(found, key=found.get) == "curtain-rail"


def test_a_phrase_of_small_words_is_no_word_of_its_own():
    assert read(ask("Wij willen dat het kind komt")).concepts == {}


def test_a_theme_is_inferred_beside_the_ticked_one():
    found = read(ask("Wie kan mijn gras maaien?", theme="vervoer")).themes

    assert found["vervoer"] == pytest.approx(0.6, abs=0.01)
    assert 0.2 < found["tuin"] <= 0.4


def test_without_a_word_the_ticked_theme_counts_whole():
    assert read(ask("", theme="vervoer")).themes == {"vervoer": 1.0}
    assert read(ask("")).themes == {}


def test_interests_of_a_profile_share_the_theme():
    found = read(profile("", interests=("tuin", "vervoer"))).themes

    assert found == {"tuin": 0.5, "vervoer": 0.5}


def test_a_word_of_the_community_counts():
    known = field_of(added=(("mow-grass", "zwiepen"),))

    assert "mow-grass" in read(ask("Wie kan er zwiepen?"), known=known).concepts
    assert "mow-grass" not in read(ask("Wie kan er zwiepen?")).concepts


def test_links_are_read_both_ways():
    known = field_of()

    assert all(n in known.near[other] for n, near in known.near.items() for other in near)


def test_a_theme_can_be_left_out():
    themes = {concept.theme for concept in load(frozenset({"tuin"}))}

    assert themes == set(THEMES) - {"tuin"}


def test_every_concept_has_words_in_six_languages():
    for concept in load():
        assert len(concept.terms["nl"]) >= 15, concept.key
        assert all(len(concept.terms[each]) >= 5 for each in ("en", "tr", "ar", "pl", "uk"))


def test_there_are_at_least_250_concepts_in_14_themes():
    assert len(load()) >= 250
    assert {concept.theme for concept in load()} == set(THEMES)


def test_no_link_points_nowhere():
    keys = {concept.key for concept in load()}

    assert not [each for concept in load() for each in concept.near if each not in keys]


@pytest.mark.parametrize(
    "text",
    ["", " ", "😀" * 10_000, "a" * 10_000, "\x00\ufffd", "1234 5678", "ትግርኛ ጽሑፍ", "ภาษาไทย", "…!?"],
)
@pytest.mark.parametrize("make", [ask, offer, profile])
def test_any_text_can_be_read(text, make):
    found = read(make(text))

    assert len(found.stems) < 5_000
    assert Read.of(found.post, found.features) == found


def test_what_was_read_survives_storing():
    found = read(ask("Wie kan mijn gras maaien?", theme="tuin"))

    assert Read.of(found.post, found.features, found.vector) == found


@pytest.mark.parametrize("stored", ["", "{}", "[]", "null", "{", '{"version": 0}', "7"])
def test_what_was_stored_badly_must_be_read_again(stored):
    assert Read.of(ask(), stored) is None


def test_an_older_version_must_be_read_again():
    stored = read(ask()).features.replace(f'"version": {VERSION}', '"version": -1')

    assert Read.of(ask(), stored) is None


def test_what_is_stored_holds_no_text_of_the_post():
    assert "maaien" not in read(ask("Wie kan mijn gras maaien?")).features


def test_letter_groups_forgive_endings():
    one, other, else_ = (set(grams([word])) for word in ("wandelen", "wandelt", "koken"))

    assert len(one & other) > len(one & else_) + 5


@pytest.mark.parametrize(
    ("story", "not_meant"),
    [
        ("Rustig type. Ik luister liever dan dat ik praat.", "dance"),
        ("Ik fiets graag een stuk langs de dijk.", "wallpapering"),
        ("Mijn jas hangt er nog.", "concert-visit"),
        ("Dat weet ik zeker.", "electricity"),
        ("Ik woon al lang bij de molen.", "nature-animals"),
        ("Een vast moment past mij goed, dan pas ik het in.", "religious-festival"),
        ("Ik leer Poolse woorden van mijn buurvrouw.", "billiards-darts"),
        ("Ik woon vlak bij het winkelcentrum, heel dicht bij.", "writing"),
        ("Ik hou van stille mensen die graag iets horen.", "mindfulness"),
    ],
)
def test_a_word_that_only_looks_like_one_of_the_field_names_nothing(story, not_meant):
    found = read(ask(story))
    assert not_meant not in found.concepts
    assert not_meant not in dict(sorted(found.leaning.items(), key=lambda pair: -pair[1])[:3])


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Ik wil leren dansen", "dance"),
        ("De keuken moet gestuukt worden, wie kan stuken?", "wallpapering"),
        ("De rits stuk van mijn broek", "clothes-mending"),
        ("Samen naar jazz", "concert-visit"),
        ("Een zekering vervangen", "electricity"),
    ],
)
def test_the_word_itself_still_names_it(said, meant):
    assert meant in read(ask(said)).concepts


def test_every_look_alike_shares_a_stem_with_a_word_of_the_field_and_is_none_itself():
    known = field_of()
    alone = {term[0] for term in known.by_term["nl"] if len(term) == 1}
    own = {term for concept in known.concepts for term in concept.terms["nl"]}
    for word in words.SILENT["nl"] - words.STOP:
        assert words.stem(word, "nl") in alone, word
        assert word not in own, word


def test_english_words_are_not_mended_into_dutch_ones_but_borrowed_words_count():
    found = read(ask("I am afraid to break something in the concrete walls of the buurthuis."))

    assert found.language == "en"
    assert not {"dance", "video-call"} & found.concepts.keys()
    assert "community-centre" in found.concepts


@pytest.mark.parametrize(
    ("text", "not_about"),
    [
        ("Meer zelfvertrouwen door te boksen", "bereavement"),
        ("Ons koor zingt van Abba tot zeemanslied", "window-cleaning"),
        ("Het buurttoernooi is op zaterdag", "friendly-visit"),
        ("Ik kijk niet in wat privé is", "electricity"),
        ("Opa's en oma's mogen ook komen", "babysit"),
        ("Met de hand naschrijven", "leaves-snow"),
        ("Er ligt een boek op tafel en er is cake", "eat-together"),
        ("Een opstapje bij de voordeur maken", "ladder-lend"),
        ("Wie maakt een naambord bij de geveltuin?", "rain-barrel"),
        ("Ik ben met pensioen en rijd je graag", "mentor-career"),
    ],
)
def test_what_only_looks_like_a_word_of_the_field_names_nothing(text, not_about):
    assert not_about not in read(ask(text)).concepts


def test_a_dutch_compound_keeps_its_words_when_the_rest_is_dutch_too():
    assert "muziek" in parts("zomermuziek", field_of())
    assert parts("zelfvertrouwen", field_of()) == []


@pytest.mark.parametrize(
    ("text", "not_about"),
    [
        ("Lubię długie spacery. Chodź ze mną w niedzielę.", "debts-budget"),
        ("Lubię długie spacery. Chodź ze mną w niedzielę.", "medical-aids"),
        ("Удома мала великий город, люблю працювати на землі.", "holiday-company"),
    ],
)
def test_words_of_other_languages_that_begin_alike_are_kept_apart(text, not_about):
    assert not_about not in read(ask(text)).concepts


def test_where_people_meet_is_not_what_it_is_about():
    met = read(ask("Wie leert mij schaken? In de bibliotheek, of bij het buurthuis.")).concepts
    it = read(ask("Wie gaat er mee naar de bibliotheek, boeken lenen?")).concepts

    assert "chess-draughts" in met
    assert not {"library", "community-centre"} & met.keys()
    assert "library" in it


def test_words_of_one_term_stand_in_one_sentence():
    apart = read(ask("Mijn hond slaapt al. Ik luister graag.")).concepts

    assert "dog-training" not in apart
    assert words.places("Hond. Luister goed") == [0, 9, 10]


def test_the_title_says_what_it_is_about_and_the_text_adds_to_it():
    title = "Fietsen met een groepje"
    both = read(ask("Dertig kilometer, pauze met appeltaart.", title=title)).concepts
    alone = read(ask("Pauze met appeltaart.", title="Wie doet er mee?")).concepts

    assert both["cycling-tour"] == 1.0
    assert both["baking"] == pytest.approx(0.6 * alone["baking"], abs=0.001)
