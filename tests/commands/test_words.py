"""script/messages: no word on screen stays behind, no translation gets lost."""

from types import SimpleNamespace

import pytest

import _catalogs
from _say import Stop

LOOK = SimpleNamespace(check=True, clean=False)
DO = SimpleNamespace(check=False, clean=False)
CODE = """
from django.utils.translation import gettext as _, ngettext
WORD = _("Garden")
many = ngettext("%(n)s tree", "%(n)s trees", 2)
"""
PAGE = """{% load i18n %}
  <h1 class="big">{% translate "Who waters?" %}</h1>
 {% blocktranslate with name=post.name trimmed %}
    It's for
    {{ name }}
 {% endblocktranslate %}<p>don't ask</p>
<a title="{% translate 'Close (x)' %}">"{{ _('Soon') }}"</a>
"""


@pytest.fixture
def app(tmp_path, monkeypatch):
    monkeypatch.setattr(_catalogs, "ROOT", tmp_path)
    (tmp_path / "garden" / "templates").mkdir(parents=True)
    (tmp_path / "garden" / "words.py").write_text(CODE)
    return tmp_path / "garden"


def po(app):
    return app / "locale" / "nl" / "LC_MESSAGES" / "django.po"


def translate(app, english: str, dutch: str) -> None:
    old = f'msgid "{english}"\nmsgstr ""'
    assert old in po(app).read_text()
    po(app).write_text(po(app).read_text().replace(old, f'msgid "{english}"\nmsgstr "{dutch}"'))


def test_words_in_code_are_found(app):
    assert {message.id for message in _catalogs.collect(app) if message.id} == {
        "Garden",
        ("%(n)s tree", "%(n)s trees"),
    }


def test_words_on_a_page_are_found_whatever_stands_around_them(app):
    (app / "words.py").write_text("")
    (app / "templates" / "page.html").write_text(PAGE)

    found = {message.id for message in _catalogs.collect(app) if message.id}

    assert found == {"Who waters?", "It's for %(name)s", "Close (x)", "Soon"}


def test_words_in_tests_are_not_for_people(app):
    (app / "tests").mkdir()
    (app / "tests" / "test_it.py").write_text('from x import _\n_("Only a trial")')

    assert "Only a trial" not in _catalogs.collect(app)


def test_a_word_without_dutch_is_told(app):
    complaints = _catalogs.refresh(app, DO)

    assert any("no Dutch yet: 'Garden'" in line for line in complaints)


def test_all_dutch_there_means_nothing_to_tell(app):
    (app / "words.py").write_text('_("Garden")')
    _catalogs.refresh(app, DO)
    translate(app, "Garden", "Tuin")

    assert _catalogs.refresh(app, LOOK) == []


def test_a_new_word_makes_the_file_out_of_date(app):
    _catalogs.refresh(app, DO)
    (app / "more.py").write_text('_("Pond")')

    assert any("not up to date: 'Pond'" in line for line in _catalogs.refresh(app, LOOK))


def test_looking_changes_nothing(app):
    _catalogs.refresh(app, LOOK)

    assert not po(app).exists()


def test_twice_is_the_same_as_once(app):
    _catalogs.refresh(app, DO)
    once = po(app).read_text()
    _catalogs.refresh(app, DO)

    assert po(app).read_text() == once


def test_a_word_that_comes_back_has_its_dutch_again(app):
    _catalogs.refresh(app, DO)
    translate(app, "Garden", "Tuin")
    (app / "words.py").write_text("")
    _catalogs.refresh(app, DO)
    assert '#~ msgstr "Tuin"' in po(app).read_text()

    (app / "words.py").write_text('_("Garden")')
    _catalogs.refresh(app, DO)

    assert '\nmsgstr "Tuin"' in po(app).read_text()


def test_cleaning_throws_away_what_is_not_said_any_more(app):
    _catalogs.refresh(app, DO)
    translate(app, "Garden", "Tuin")
    (app / "words.py").write_text("")

    _catalogs.refresh(app, SimpleNamespace(check=False, clean=True))

    assert "Tuin" not in po(app).read_text()


def test_an_app_may_say_it_kinder_than_django(app):
    _catalogs.refresh(app, DO)
    kinder = '\nmsgid "This field is required."\nmsgstr "Vul dit nog in."\n'
    po(app).write_text(po(app).read_text() + kinder)

    _catalogs.refresh(app, DO)

    assert kinder in po(app).read_text()


def test_a_translation_that_loses_a_name_is_told(app):
    (app / "words.py").write_text('_("Dear %(name)s")')
    _catalogs.refresh(app, DO)
    translate(app, "Dear %(name)s", "Beste %(naam)s")

    assert any("name" in line for line in _catalogs.refresh(app, LOOK))


def test_what_is_translated_can_be_compiled(app):
    _catalogs.refresh(app, DO)

    _catalogs.compile_all([app])

    assert po(app).with_suffix(".mo").read_bytes()[:4] == b"\xde\x12\x04\x95"


def test_a_file_that_cannot_be_read_is_named(app):
    _catalogs.refresh(app, DO)
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=nothing\\n"\n'
    po(app).write_text(header + '\nmsgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "d"\n')

    with pytest.raises(Stop, match=r"django\.po cannot be read"):
        _catalogs.refresh(app, LOOK)
