from django.urls import path

from plein.bridges.telephone.views import (
    listing,
    noting,
    places,
    requesting,
    talking,
    worrying,
)

app_name = "telephone"
urlpatterns = [
    path("bel-mij-terug/", requesting.call_back, name="call-back"),
    path("overleden-of-verhuisd/", requesting.somebody_is_gone, name="gone"),
    path("telefoon/", noting.note, name="note"),
    path("telefoon/melding/", worrying.who_calls, name="worry"),
    path("telefoon/melding/onbekend/", worrying.unknown, name="note-worry"),
    path("telefoon/zorg/<uuid:key>/", worrying.heard, name="heard"),
    path("telefoon/melding/<str:key>/", worrying.tell_caller, name="tell-caller"),
    path("telefoon/<code:code>/plekken/", places.places, name="places"),
    path("bellijst/", listing.call_list, name="list"),
    path("bellijst/<uuid:key>/", listing.called, name="called"),
    path("bellijst/<uuid:key>/brief/", listing.letter, name="letter"),
    path("bellijst/<uuid:key>/vertellen/", worrying.tell, name="tell"),
    path("bellijst/<uuid:key>/gesprek/<code:code>/", talking.talk, name="talk"),
]
