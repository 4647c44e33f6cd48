"""A list is written part by part: a kill in between loses nothing and writes nothing twice."""

import pytest

from plein.features.directory.actions import lists, taking_over
from plein.features.directory.models import Version
from plein.features.directory.tests.making import fresh, make_entry
from plein.features.directory.tests.taking_in import KOOR, entry, outcomes, tried
from plein.foundation import jobs
from plein.foundation.organisations.models import Organisation


@pytest.fixture
def town(waterdrecht, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return waterdrecht


@pytest.fixture
def killed(monkeypatch):
    """`killed(3)`: the worker dies while it tells of changes for the third time, inside a part."""

    def arm(time):
        parts, work = iter(range(1, time)), taking_over.changed_many
        monkeypatch.setattr(taking_over, "PART", 2)
        monkeypatch.setattr(
            taking_over, "changed_many", lambda *args: work(*args) if next(parts, 0) else 1 / 0
        )
        return lambda: monkeypatch.setattr(taking_over, "changed_many", work)

    return arm


CLUBS = [
    f"Club {n} {n * 7919};Samen;4444000{n};0184 555 {100 + n};Dijk {n};{4000 + n}AA"
    for n in range(7)
]


def names(**more):
    found = Organisation.objects.filter(name__startswith="Club", **more)
    return sorted(found.values_list("name", flat=True))


def test_a_worker_killed_halfway_goes_on_behind_the_last_whole_part(town, mila, as_member, killed):
    known = make_entry(town, "Club 3 23757", phone="", kvk="44440003")
    taken_in = tried(town, mila, *CLUBS)
    assert outcomes(taken_in) == ["new"] * 3 + ["changed"] + ["new"] * 3
    lists.begin_taking_over(taken_in, by=mila)
    revive = killed(3)
    with pytest.raises(ZeroDivisionError):
        lists.take_over(taken_in.pk)

    assert len(names()) == 4
    assert fresh(known).phone
    page = as_member(mila).get(f"/organisaties/beheer/lijsten/{taken_in.pk}/").content.decode()
    assert "Nog bezig" in page
    assert "4 / 7" in page

    revive()
    lists.take_over(taken_in.pk)
    lists.take_over(taken_in.pk)
    taken_in.refresh_from_db()
    assert taken_in.state == "done"
    assert len(names()) == len(set(names())) == 7
    assert Version.objects.filter(cause="import").count() == 7


def test_what_is_half_written_can_be_taken_back_also_with_a_kill(town, mila, as_member, killed):
    taken_in = tried(town, mila, *CLUBS)
    lists.begin_taking_over(taken_in, by=mila)
    revive = killed(4)
    with pytest.raises(ZeroDivisionError):
        lists.take_over(taken_in.pk)
    revive()
    assert len(names()) == 6

    url = f"/organisaties/beheer/lijsten/{taken_in.pk}/"
    as_member(mila).post(f"{url}overnemen/", {"undo": "1"})
    lists.take_over(taken_in.pk)
    assert len(names()) == 6, "who is to take it back writes no more"
    revive = killed(4)  # Taking back tells twice in a part.
    with pytest.raises(ZeroDivisionError):
        lists.undo(taken_in.pk)
    assert len(names()) == 4
    revive()
    jobs.run_pending()
    assert not names()
    assert "Teruggedraaid" in as_member(mila).get(url).content.decode()


def test_two_rows_about_the_same_one_write_once_also_in_two_parts(town, mila, monkeypatch):
    make_entry(town, "Koor De Vink", kvk="11112222", phone="")
    taken_in = tried(town, mila, KOOR, *CLUBS[:3])
    first = taken_in.rows.get(number=2)
    taken_in.rows.filter(number=5).update(
        outcome="changed", entry=first.entry_id, sheet=first.sheet | {"line": "Iets anders"}
    )
    monkeypatch.setattr(taking_over, "PART", 2)
    lists.begin_taking_over(taken_in, by=mila)
    jobs.run_pending()
    assert entry("Koor De Vink").versions.filter(cause="import").count() == 1
