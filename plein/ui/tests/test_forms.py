"""Forms: label above, hint under it, error at the field and on top, and tiles to tap."""

import pytest
from django import forms
from django.utils import translation

from plein.ui.style_page import StyleForm
from plein.ui.widgets import AvailabilityGrid, TileCheckbox, TileRadio, slot_choices


class Ask(forms.Form):
    title = forms.CharField(label="Title", help_text="In a few words.")
    phone = forms.CharField(label="Phone", required=False)
    theme = forms.ChoiceField(
        label="What about?",
        choices=[("dog", "Animals"), ("car", "Rides")],
        widget=TileRadio(pictograms={"dog": "dog"}, lines={"dog": "Walking, feeding"}),
    )
    agreed = forms.BooleanField(label="Agreed", help_text="You may change your mind.")

    def clean(self):
        raise forms.ValidationError("The two do not fit.")


@pytest.fixture
def page(write):
    def render(source="{{ form }}", *, data=None, form=Ask, **context):
        return write(source, form=form(data), **context)

    return render


def test_every_field_has_a_label_of_its_own(page):
    found = page()

    assert found.one("label", for_="id_title")
    assert found.one("input", id="id_title")


def test_the_hint_belongs_to_the_field(page):
    found = page()

    assert found.one("div", id="id_title_helptext")
    assert found.one("input", id="id_title")["aria-describedby"] == "id_title_helptext"


def test_a_field_one_may_skip_says_so(page):
    with translation.override("nl"):
        words = page("{% field form.phone %}").words

    assert words == "Phone (mag je overslaan)"


def test_a_mistake_stands_at_the_field_and_belongs_to_it(page):
    found = page(data={})
    title = found.one("input", id="id_title")

    assert found.one("div", id="id_title_error")
    assert "id_title_error" in title["aria-describedby"]
    assert title["aria-invalid"] == "true"


def test_a_mistake_says_in_dutch_what_to_do(page):
    with translation.override("nl"):
        assert "Vul dit nog in." in page("{% field form.title %}", data={}).words


def test_the_summary_on_top_links_to_every_wrong_field(page):
    found = page(data={})
    links = [one["href"] for one in found.all("a")]

    assert links == ["#id_title", "#id_theme_0", "#id_agreed"]
    assert all(link[1:] in found.ids for link in links)


def test_the_summary_names_the_field_and_keeps_a_question_a_question(page):
    with translation.override("nl"):
        words = page("{% error_summary form %}", data={}).words

    assert "Title: Vul dit nog in." in words
    assert "What about? Vul dit nog in." in words


def test_a_mistake_of_the_whole_form_is_in_the_summary(page):
    assert "The two do not fit." in page("{% error_summary form %}", data={}).words


def test_without_mistakes_there_is_no_summary(page):
    assert page("{% error_summary form %}").words == ""


def test_when_the_title_of_the_page_asks_the_label_is_only_heard(page):
    assert "hidden" in page("{% field form.title quiet=True %}").one("label")["class"]
    assert page("{% field form.theme quiet=True %}").one("legend")["class"].endswith("hidden")


def test_what_was_typed_comes_back_as_text_and_not_as_markup(page):
    found = page(data={"title": '"><b>bold</b>'})

    assert found.one("input", id="id_title")["value"] == '"><b>bold</b>'
    assert not found.all("b")


def test_a_tick_has_its_words_beside_it_and_its_hint(page):
    found = page("{% field form.agreed %}")

    assert found.one("label", for_="id_agreed")["class"] == "check"
    assert found.one("div", id="id_agreed_helptext")


def test_tiles_are_a_group_with_a_question(page):
    found = page("{% field form.theme %}")

    assert len(found.all("fieldset")) == 1
    assert "What about?" in found.words


def test_a_tile_is_an_input_with_words_a_drawing_and_a_line(page):
    found = page("{% field form.theme %}")

    assert len(found.all("input", type="radio", name="theme")) == 2
    assert "Walking, feeding" in found.words
    assert len(found.all("svg")) == 1


def test_the_tile_chosen_before_is_still_chosen(page):
    found = page("{% field form.theme %}", data={"theme": "car"})

    assert [one["value"] for one in found.all("input") if "checked" in one] == ["car"]


def test_tiles_go_on_by_themselves_only_when_asked(write):
    class Step(forms.Form):
        a = forms.ChoiceField(choices=[("1", "One")], widget=TileRadio(go_on=True))
        b = forms.ChoiceField(choices=[("1", "One")], widget=TileRadio())

    assert "data-go-on" in write("{{ form.a }}", form=Step()).one("div", class_="tiles")
    assert "data-go-on" not in write("{{ form.b }}", form=Step()).one("div", class_="tiles")


def test_several_tiles_can_be_chosen(write):
    class Languages(forms.Form):
        spoken = forms.MultipleChoiceField(
            choices=[("nl", "Nederlands"), ("ar", "العربية"), ("uk", "Українська")],
            widget=TileCheckbox(),
        )

    found = write("{{ form.spoken }}", form=Languages({"spoken": ["nl", "uk"]}))

    assert [one["value"] for one in found.all("input") if "checked" in one] == ["nl", "uk"]


class Week(forms.Form):
    times = forms.MultipleChoiceField(
        label="When?", choices=slot_choices(), widget=AvailabilityGrid(), required=False
    )


def test_a_week_is_21_boxes_each_with_a_name_that_can_be_heard(write):
    with translation.override("nl"):
        found = write("{{ form.times }}", form=Week())

    assert len(found.all("input", type="checkbox")) == 21
    assert "Dinsdag avond" in found.words


def test_the_week_is_a_table_with_heads_for_days_and_parts(write):
    found = write("{{ form.times }}", form=Week())

    assert len(found.all("th", scope="row")) == 7
    assert len(found.all("th", scope="col")) == 4


def test_every_box_of_the_week_has_its_own_label(write):
    found = write("{{ form.times }}", form=Week())
    labels = {one["for"] for one in found.all("label")}

    assert labels == {one["id"] for one in found.all("input")}


def test_times_tapped_on_the_grid_arrive(write):
    form = Week({"times": ["monday-morning", "sunday-evening"]})
    found = write("{{ form.times }}", form=form)

    assert form.is_valid()
    assert [one["value"] for one in found.all("input") if "checked" in one] == [
        "monday-morning",
        "sunday-evening",
    ]


def test_a_time_that_does_not_exist_is_refused():
    assert not Week({"times": ["someday-night"]}).is_valid()


def test_a_mistake_in_the_week_leads_to_its_first_box(write):
    found = write("{% error_summary form %}{% field form.times %}", form=Week({"times": ["x"]}))

    assert found.one("a")["href"][1:] in found.ids


def test_the_form_of_the_style_page_has_no_two_equal_ids(write):
    ids = write("{{ form }}", form=StyleForm()).ids

    assert len(ids) == len(set(ids))
