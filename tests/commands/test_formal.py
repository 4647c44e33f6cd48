"""From je to u: right Dutch, or a person looks at it."""

from types import SimpleNamespace

import pytest

import _catalogs
import _formal

LOOK = SimpleNamespace(check=True, clean=False)
DO = SimpleNamespace(check=False, clean=False)


@pytest.mark.parametrize(
    ("je", "u"),
    [
        ("Wil je dat?", "Wilt u dat?"),
        ("Heb je geen code gevraagd?", "Hebt u geen code gevraagd?"),
        ("Dan hoef je niets te doen.", "Dan hoeft u niets te doen."),
        ("Je kunt altijd stoppen.", "U kunt altijd stoppen."),
        ("Je voornaam is genoeg.", "Uw voornaam is genoeg."),
        ("Vul je code in.", "Vul uw code in."),
        ("Kies je wijk. Je ziet wat er speelt.", "Kies uw wijk. U ziet wat er speelt."),
        ("Jouw woorden", "Uw woorden"),
        ("Er staat niets van jou op", "Er staat niets van u op"),
        ("Was jij dat niet?", "Was u dat niet?"),
        ("Voel je je niet veilig?", "Voelt u zich niet veilig?"),
        ("Jullie hebben een afspraak", "U hebt een afspraak"),
        ("{name} wil je helpen", "{name} wil u helpen"),
        ("Dank je wel!", "Dank u wel!"),
        ("Schrijf wat je nodig hebt.", "Schrijf wat u nodig hebt."),
        ("Log in met een code.", "Log in met een code."),
    ],
)
def test_it_says_u_as_people_say_it(je, u):
    assert _formal.formal(je) == u


@pytest.mark.parametrize(
    "je",
    [
        "Iemand wil je spreken.",  # not "wilt u"
        "Meld je aan.",  # not "meldt u"
        "Geef je op voor het eten! Kom je ook?",
        "Heb je vragen?",  # "hebt u vragen", but could be "uw vragen"
        "Komen jullie ook?",
        "Rondom je fietst de hele buurt",
        "Zo zwaluw je verder",
    ],
)
def test_what_it_does_not_know_waits_for_a_person(je):
    with pytest.raises(_formal.Unsure):
        _formal.formal(je)


@pytest.fixture
def app(tmp_path, monkeypatch):
    monkeypatch.setattr(_catalogs, "ROOT", tmp_path)
    (tmp_path / "garden" / "templates").mkdir(parents=True)
    say(tmp_path / "garden", "Your name", "Je naam")
    return tmp_path / "garden"


def say(app, english: str, dutch: str) -> None:
    (app / "words.py").write_text(f'_("{english}")')
    _catalogs.refresh(app, DO)
    po = app / "locale" / "nl" / "LC_MESSAGES" / "django.po"
    head = po.read_text().split('msgid "Your')[0].split("#~")[0]
    po.write_text(f'{head}msgid "{english}"\nmsgstr "{dutch}"\n')


def formal(app):
    return app / "locale" / "nl_Formal" / "LC_MESSAGES" / "django.po"


def test_the_u_is_written_beside_the_je(app):
    _catalogs.refresh(app, DO)

    assert 'msgid "Your name"\nmsgstr "Uw naam"' in formal(app).read_text()


def test_only_what_differs_is_kept(app):
    say(app, "Your garden", "Tuin")
    _catalogs.refresh(app, DO)

    assert not formal(app).exists()


def test_looking_writes_nothing(app):
    _catalogs.refresh(app, LOOK)

    assert not formal(app).exists()


def test_what_a_person_wrote_stays(app):
    _catalogs.refresh(app, DO)
    formal(app).write_text(formal(app).read_text().replace("Uw naam", "Hoe heet u?"))

    _catalogs.refresh(app, DO)

    assert "Hoe heet u?" in formal(app).read_text()


def test_when_the_je_changes_the_u_does_too(app):
    _catalogs.refresh(app, DO)
    say(app, "Your name", "Je voornaam")

    _catalogs.refresh(app, DO)

    assert "Uw voornaam" in formal(app).read_text()


def test_what_waits_is_told(app):
    say(app, "Your name", "Rondom je fietst men")

    assert any("no u yet" in line for line in _catalogs.refresh(app, DO))


def test_only_an_app_that_is_done_is_refused(app, monkeypatch):
    say(app, "Your name", "Rondom je fietst men")
    assert not [line for line in _catalogs.refresh(app, LOOK) if "no u yet" in line]

    monkeypatch.setattr(_formal, "is_complete", lambda _app: True)

    assert [line for line in _catalogs.refresh(app, LOOK) if "no u yet" in line]


def test_the_file_that_was_not_renewed_is_told(app, monkeypatch):
    monkeypatch.setattr(_formal, "is_complete", lambda _app: True)

    assert any("not up to date" in line for line in _catalogs.refresh(app, LOOK))


def test_the_u_can_be_compiled(app):
    _catalogs.refresh(app, DO)
    _catalogs.compile_all([app])

    assert formal(app).with_suffix(".mo").read_bytes()[:4] == b"\xde\x12\x04\x95"
