from django.urls import path, register_converter

from plein.features.activities.addresses import WhenConverter
from plein.features.activities.views import (
    activities,
    arranging,
    attending,
    dates,
    enrolling,
    feeds,
    making,
    personal,
)

register_converter(WhenConverter, "activity_when")

app_name = "activities"

ONE = "<address:address>/"
DATE = f"{ONE}<activity_when:when>/"

urlpatterns = [
    path("nieuw/", making.new, name="new"),
    path("mijn/", personal.mine, name="mine"),
    path("kalenders/", feeds.feeds, name="feeds"),
    path("kalenders/<uuid:pk>/weg/", feeds.remove, name="feed-remove"),
    path("aanmelding/<str:key>/", personal.mine_one, name="mine-one"),
    path("aanmelding/<str:key>/agenda.ics", personal.mine_ics, name="mine-ics"),
    path(ONE, activities.activity, name="activity"),
    path(f"{ONE}agenda.ics", activities.ics, name="ics"),
    path(f"{ONE}klaar/", making.published, name="published"),
    path(f"{ONE}wijzigen/", making.edit, name="edit"),
    path(f"{ONE}foto/", making.photo, name="photo"),
    path(f"{ONE}verbergen/", arranging.hide, name="hide"),
    path(f"{ONE}afgelasten/", arranging.cancel, name="cancel"),
    path(f"{ONE}bellen/", arranging.call, name="call"),
    path(f"{ONE}vraag/", arranging.ask, name="ask"),
    path(f"{ONE}data/", dates.dates, name="dates"),
    path(DATE, activities.occurrence, name="occurrence"),
    path(f"{DATE}wijzigen/", dates.date, name="date"),
    path(f"{DATE}aanmelden/", enrolling.enrol, name="enrol"),
    path(f"{DATE}aanmelden/klaar/", enrolling.done, name="enrolled"),
    path(f"{DATE}bellers/", enrolling.by_phone, name="by-phone"),
    path(f"{DATE}deelnemers/", attending.attendance, name="attendance"),
    path(f"{DATE}deelnemers/<uuid:pk>/", attending.one, name="attendance-one"),
    path(f"{DATE}bericht/", attending.message, name="message"),
]
