"""Steps with a list: try it, take it over, take it back; all by the real tasks."""

from plein.features.directory.actions import lists
from plein.features.directory.models import Entry
from plein.features.directory.tests.making import fresh
from plein.features.directory.tests.spreadsheets import csv_of
from plein.foundation import jobs

KOOR = "Koor De Vink;Zingen;11112222;0184 555 030;Dijk 1;4291AA;Waterdrecht;ma 20-22"
CLUB = "Breiclub;Breien;;0184 555 031;Dijk 2;4291AB;Waterdrecht;"


def tried(town, by, *rows, data=None, take_over=False, **options):
    data = csv_of(*rows, **options) if data is None else data
    taken_in = lists.upload(town, data, name="lijst.csv", take_over=take_over, by=by)
    jobs.run_pending()
    taken_in.refresh_from_db()
    return taken_in


def taken(town, by, *rows, **options):
    taken_in = tried(town, by, *rows, **options)
    lists.begin_taking_over(taken_in, by=by)
    jobs.run_pending()
    taken_in.refresh_from_db()
    return taken_in


def undone(taken_in, by):
    lists.begin_undoing(taken_in, by=by)
    jobs.run_pending()
    taken_in.refresh_from_db()
    return taken_in


def outcomes(taken_in):
    return list(taken_in.rows.order_by("number").values_list("outcome", flat=True))


def entry(name):
    return fresh(Entry.objects.get(organisation__name=name))
