"""Taking in a list: tried out first, written part by part, idempotent, taken back as a whole."""

import csv
import io

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from plein.features.directory.actions import lists, taking_over
from plein.features.directory.lists.columns import OURS
from plein.features.directory.lists.writing import harmless
from plein.features.directory.models import (
    ColumnMemory,
    Entry,
    Export,
    ImportRow,
    ListImport,
    Version,
)
from plein.features.directory.sheet import sheet_of
from plein.features.directory.tests.making import change, fresh, make_entry
from plein.features.directory.tests.spreadsheets import BROKEN, csv_of, xlsx_of
from plein.features.directory.tests.taking_in import (
    CLUB,
    KOOR,
    entry,
    outcomes,
    taken,
    tried,
    undone,
)
from plein.foundation import jobs
from plein.foundation.audit.models import Record
from plein.foundation.organisations.actions import add_editor
from plein.foundation.organisations.models import Organisation


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def town(waterdrecht, mila):
    return waterdrecht


def test_trying_out_changes_nothing(town, mila):
    taken_in = tried(town, mila, KOOR, CLUB, "")
    assert taken_in.state == "read"
    assert outcomes(taken_in) == ["new", "new"]
    assert not Organisation.objects.exists()


def test_taken_over_they_are_on_the_map(town, mila, client):
    taken_in = taken(town, mila, KOOR, CLUB)

    assert taken_in.state == "done"
    koor = entry("Koor De Vink")
    assert (koor.organisation.kvk, koor.phone) == ("11112222", "0184 555 030")
    assert koor.locations.get().opening == [[0, 1200, 1320]]
    assert client.get("/organisaties/koor-de-vink/").status_code == 200
    assert koor.versions.get().cause == "import"
    assert "Nog niemand heeft dit bevestigd" in client.get(koor.get_absolute_url()).content.decode()


def test_the_same_list_twice_changes_nothing(town, mila):
    taken(town, mila, KOOR, CLUB)
    versions = Version.objects.count()

    again = taken(town, mila, KOOR, CLUB)

    assert outcomes(again) == ["same", "same"]
    assert Organisation.objects.count() == 2
    assert Version.objects.count() == versions


def test_what_is_known_is_completed_and_not_replaced(town, mila):
    known = make_entry(town, "Koor De Vink", kvk="11112222", phone="", about="Eigen verhaal")
    taken_in = taken(town, mila, KOOR)

    assert outcomes(taken_in) == ["changed"]
    now = fresh(known)
    assert (now.phone, now.about) == ("0184 555 030", "Eigen verhaal")
    assert now.organisation.line == "Eten voor wie het nodig heeft."


def test_a_newer_list_replaces_but_not_what_an_organisation_keeps_itself(town, mila, noor):
    kept = make_entry(town, "Koor De Vink", kvk="11112222", line="Eigen woorden", phone="")
    other = make_entry(town, "Breiclub", line="Oud", mail="", website="")
    change(other, locations=())
    add_editor(kept.organisation, noor, by=mila)

    taken_in = taken(town, mila, KOOR, "Breiclub;Nieuw", take_over=True)

    assert fresh(kept).organisation.line == "Eigen woorden"
    assert fresh(kept).phone == "0184 555 030"
    assert fresh(other).organisation.line == "Nieuw"
    problems = " ".join(taken_in.rows.get(number=2).problems)
    assert "houdt haar pagina zelf bij" in problems


def test_twice_in_one_list_is_once_on_the_map(town, mila):
    taken_in = taken(town, mila, KOOR, KOOR, CLUB)
    assert outcomes(taken_in) == ["new", "twice", "new"]
    assert "Hetzelfde als rij 2" in taken_in.rows.get(number=3).problems[0]
    assert Organisation.objects.count() == 2


def test_a_row_without_a_name_stays_outside_and_says_so(town, mila):
    taken_in = taken(town, mila, ";Zingen", CLUB)
    assert outcomes(taken_in) == ["wrong", "new"]
    assert "Vul een naam in" in taken_in.rows.get(number=2).problems[0]


@pytest.mark.parametrize(("choice", "count"), [("same", 1), ("new", 2), ("skip", 1), ("", 1)])
def test_perhaps_known_is_for_a_person_to_choose(town, mila, as_member, choice, count):
    make_entry(town, "Koor De Vink", kvk="", phone="")
    taken_in = tried(town, mila, "Koor De Vink;Zingen;;0184 555 077;Verweg 1;4299ZZ")
    row = taken_in.rows.get()
    assert row.outcome == "perhaps"
    client, url = as_member(mila), f"/organisaties/beheer/lijsten/{taken_in.pk}/"
    assert "Lijkt op “Koor De Vink”" in client.get(url).content.decode()

    if choice:
        client.post(f"{url}rij/{row.pk}/", {"choice": choice})
    client.post(f"{url}overnemen/")
    jobs.run_pending()

    assert Organisation.objects.count() == count
    phone = Entry.objects.order_by("pk").first().phone
    assert phone == ("0184 555 077" if choice == "same" else "")


def test_taken_back_as_a_whole(town, mila):
    known = make_entry(town, "Koor De Vink", kvk="11112222", phone="")
    before = sheet_of(known)
    taken_in = taken(town, mila, KOOR, CLUB)
    assert fresh(known).phone

    assert undone(taken_in, mila).state == "undone"

    assert sheet_of(fresh(known)) == before
    assert not Organisation.objects.filter(name="Breiclub").exists()


def test_what_people_changed_since_stays(town, mila, noor):
    known = make_entry(town, "Koor De Vink", kvk="11112222", phone="")
    taken_in = taken(town, mila, KOOR, CLUB)
    change(known, line="Met liefde geschreven")
    change(entry("Breiclub"), line="Ook hier")

    undone(taken_in, mila)

    assert fresh(known).organisation.line == "Met liefde geschreven"
    assert fresh(known).phone == "0184 555 030"
    assert entry("Breiclub").organisation.line == "Ook hier"
    assert "Mensen hebben dit daarna veranderd" in taken_in.rows.get(number=2).problems[-1]


def test_who_got_an_editor_or_a_confirmation_since_stays(town, mila, noor):
    taken_in = taken(town, mila, KOOR, CLUB)
    add_editor(entry("Koor De Vink").organisation, noor, by=mila)
    Entry.objects.filter(organisation__name="Breiclub").update(
        confirmed_at=timezone.now(), confirmed_as="steward"
    )
    undone(taken_in, mila)
    assert Organisation.objects.count() == 2


def test_reading_again_begins_anew(town, mila):
    taken_in = tried(town, mila, KOOR, CLUB)
    ListImport.objects.update(state="reading")
    lists.read(taken_in.pk)
    assert ImportRow.objects.count() == 2


def test_two_thumbs_take_over_once(town, mila):
    taken_in = tried(town, mila, KOOR)
    lists.begin_taking_over(taken_in, by=mila)
    with pytest.raises(lists.NotNow):
        lists.begin_taking_over(taken_in, by=mila)
    jobs.run_pending()
    assert Organisation.objects.count() == 1


def test_unknown_headings_are_asked_once_and_remembered(town, mila, as_member):
    taken_in = tried(town, mila, "Koor;0184 555 030", header="Wie;Bel")
    assert taken_in.state == "columns"
    client, url = as_member(mila), f"/organisaties/beheer/lijsten/{taken_in.pk}/"
    assert client.post(url, {"column_1": "phone"}).status_code == 422
    assert client.post(url, {"column_0": "name", "column_1": "name"}).status_code == 422
    client.post(url, {"column_0": "name", "column_1": "phone"})
    jobs.run_pending()
    assert outcomes(taken_in) == ["new"]

    again = tried(town, mila, "Club;0184 555 031", header="WIE;bel")
    assert again.state == "read"
    assert ColumnMemory.objects.count() == 1


def test_memory_of_another_town_is_not_ours(town, elders, mila, joost):
    ColumnMemory.objects.create(town=elders, header="x", columns={"0": "name"})
    assert tried(town, mila, "Koor;1", header="Wie;Bel").state == "columns"


@pytest.mark.parametrize("name", ["a PDF", "an old Excel file", "only headings"])
def test_a_broken_file_shows_its_sentence_on_the_page(town, mila, as_member, name):
    data, words = BROKEN[name]
    taken_in = tried(town, mila, data=data)
    html = as_member(mila).get(f"/organisaties/beheer/lijsten/{taken_in.pk}/").content.decode()
    assert taken_in.state == "broken"
    assert words in html


def test_of_a_broken_file_nothing_is_written(town, mila):
    before = Organisation.objects.count()
    for name, (data, words) in BROKEN.items():
        taken_in = tried(town, mila, data=data)
        assert (taken_in.state, taken_in.rows_read) == ("broken", 0), name
        assert words in taken_in.complaint, name
    assert not ImportRow.objects.exists()
    assert Organisation.objects.count() == before
    assert not ColumnMemory.objects.exists()


def test_uploading_by_the_page(town, mila, as_member):
    client = as_member(mila)
    file = SimpleUploadedFile("l.xlsx", xlsx_of(["Naam", "Telefoon"], ["Koor", "0184 555 030"]))
    page = client.post("/organisaties/beheer/lijsten/", {"file": file})
    assert "We lezen de lijst" in client.get(page.url).content.decode()
    jobs.run_pending()
    html = client.get(page.url).content.decode()
    assert "Neem 1 rij over" in html
    assert Record.objects.filter(key="directory.import.uploaded").count() == 1


@pytest.mark.parametrize("sent", [{}, {"file": SimpleUploadedFile("l.csv", b"")}])
def test_no_file_is_asked_again(town, mila, as_member, sent):
    assert as_member(mila).post("/organisaties/beheer/lijsten/", sent).status_code == 422


def test_progress_is_a_part_of_the_page(town, mila, as_member):
    taken_in = lists.upload(town, csv_of(KOOR), name="l.csv", take_over=False, by=mila)
    url = f"/organisaties/beheer/lijsten/{taken_in.pk}/"
    part = as_member(mila).get(url, headers={"HX-Request": "true"}).content.decode()
    assert part.strip().startswith('<div id="progress"')
    assert 'data-hx-trigger="every 2s"' in part
    taken_in.rows_all, taken_in.rows_read, taken_in.reached = 200, 50, 121
    assert taken_in.rows_now == 50
    taken_in.state = "writing"
    assert taken_in.rows_now == 120
    taken_in.state = "undoing"
    assert taken_in.rows_now == 80


def csv_rows(client):
    page = client.get("/organisaties/beheer/mee/organisaties.csv")
    text = b"".join(page.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def test_the_whole_list_home_and_in_again_changes_nothing(town, mila, as_member):
    make_entry(town, cost="free", referral="no", kvk="12345678", languages=("nl", "ar"))
    make_entry(town, "Koor", informal=True, sector="culture", groups=("ouderen",), about="a;b")
    rows = csv_rows(as_member(mila))
    assert len(rows) == 3
    assert len(rows[0]) == len(OURS)

    data = "\n".join(";".join(f'"{cell}"' for cell in cells) for cells in rows).encode()
    taken_in = tried(town, mila, data=data, take_over=True)
    assert outcomes(taken_in) == ["same", "same"]
    assert not any(row.problems for row in taken_in.rows.all())


def test_what_is_off_the_map_or_of_another_town_is_not_in_it(town, elders, mila, as_member):
    gone = make_entry(town, "Weg")
    Organisation.objects.filter(pk=gone.organisation_id).update(hidden_at=timezone.now())
    make_entry(elders, "Elders koor")
    assert len(csv_rows(as_member(mila))) == 1


@pytest.mark.parametrize("cell", ["=HYPERLINK()", "+31 6", "-1", "@x"])
def test_no_cell_runs_as_a_formula(cell):
    assert harmless(cell) == f"'{cell}"
    assert harmless("gewoon") == "gewoon"


def test_a_workbook_is_made_for_who_asked_and_goes_after_a_day(town, mila, noor, as_member):
    from openpyxl import load_workbook

    make_entry(town)
    as_member(mila).post("/organisaties/beheer/mee/")
    jobs.run_pending()
    export = Export.objects.get()
    page = as_member(mila).get(f"/organisaties/beheer/mee/{export.pk}/")
    book = load_workbook(io.BytesIO(b"".join(page.streaming_content)))
    assert book.active["A2"].value == "Voedselbank Waterdrecht"
    assert as_member(noor).get(f"/organisaties/beheer/mee/{export.pk}/").status_code == 404

    Export.objects.update(made_at=timezone.now() - lists.EXPORTS_KEPT * 2)
    lists.forget_files()
    assert not Export.objects.exists()
    assert not default_storage.exists(export.path)


def test_files_go_after_a_month_and_what_they_did_stays(town, mila):
    taken_in = taken(town, mila, KOOR)
    ListImport.objects.update(made_at=timezone.now() - lists.FILES_KEPT * 2)
    path = taken_in.path
    lists.forget_files()
    assert not default_storage.exists(path)
    assert Organisation.objects.count() == 1


def test_many_rows_cost_few_queries(town, mila, django_assert_max_num_queries):
    rows = [f"Club {n} {n * 7919};x;;0184 555 {100 + n};Dijk {n};{4000 + n}AA" for n in range(300)]
    taken_in = tried(town, mila, *rows)
    lists.begin_taking_over(taken_in, by=mila)
    with django_assert_max_num_queries(35 * 3):
        lists.take_over(taken_in.pk)
    assert Organisation.objects.count() == 300


def test_short_codes_never_meet_in_a_long_list():
    """Five thousand codes of five signs: chance alone would make two of them the same."""
    drawn = iter(["aaaaa", "bbbbb", "bbbbb", "ccccc"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(taking_over, "short_code", lambda: next(drawn))
        codes = taking_over._free_codes({"aaaaa"})
        assert [next(codes), next(codes)] == ["bbbbb", "ccccc"]
