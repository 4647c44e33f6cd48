from django.urls import path

from plein.bridges.matchpoint.views import arranging, asking, opening, phoning, returning, searching

app_name = "matchpoint"

urlpatterns = [
    path("", opening.start, name="start"),
    path("openen/<slug:key>/", opening.open_day, name="open"),
    path("wie/", opening.who, name="who"),
    path("leeg/", opening.wipe, name="wipe"),
    path("nog-hier/", opening.still_here, name="still-here"),
    path("stil/", opening.quiet, name="quiet"),
    path("vraag/", asking.begin, name="begin"),
    path("vraag/<slug:step>/", asking.question, name="question"),
    path("plaatje/", asking.picture, name="picture"),
    path("samen/", searching.begin, name="begin-search"),
    path("zoeken/", searching.search, name="search"),
    path("lijst/", searching.take_along, name="list"),
    path("lijst/bon/", searching.refer, name="refer"),
    path("terug/", returning.come_back, name="come-back"),
    path("terug/kwijt/", returning.lost, name="lost"),
    path("mijn/", returning.mine, name="mine"),
    path("mijn/via/", returning.somebody, name="somebody"),
    path("mijn/<code:code>/gevonden/", returning.found, name="found"),
    path("gesprek/<code:code>/", returning.talk, name="talk"),
    path("gesprek/<code:code>/vertellen/", returning.tell, name="tell"),
    path("beheer/", arranging.matchpoints, name="all"),
    path("beheer/nieuw/", arranging.make, name="make"),
    path("beheer/opzoeken/", phoning.look_up, name="look-up"),
    path("beheer/opzoeken/<str:key>/<code:code>/", phoning.answer, name="answer"),
    path("beheer/<uuid:key>/kaartjes/", arranging.cards, name="cards"),
    path("beheer/<uuid:key>/", arranging.one, name="one"),
    path("beheer/<uuid:key>/uitleg/", arranging.guide, name="guide"),
]
