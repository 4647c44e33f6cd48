from django.urls import path

from plein.bridges.matching.views import (
    arranging,
    by_phone,
    checking,
    for_you,
    gaps,
    helping,
    inviting,
    posts,
    proposals,
    waiting,
)

app_name = "matching"

urlpatterns = [
    path("", for_you.for_you, name="for-you"),
    path("mijn/", for_you.mine, name="mine"),
    path("<uuid:pk>/past-niet/", for_you.not_for_me, name="not-for-me"),
    path("bericht/<uuid:pk>/", posts.for_post, name="for_post"),
    path("bericht/<uuid:pk>/mensen/", posts.ask_people, name="ask-people"),
    path("<uuid:pk>/vragen/", posts.ask_person, name="ask-person"),
    path("concept/<uuid:pk>/", checking.questions, name="questions"),
    path("concept/<uuid:pk>/omdraaien/", checking.turn, name="turn"),
    path("concept/<uuid:pk>/invullen/", checking.fill, name="fill"),
    path("uitnodiging/<uuid:pk>/", inviting.invitation, name="invitation"),
    path("uitnodiging/<uuid:pk>/past-niet/", inviting.decline, name="decline"),
    path("gevraagd/<uuid:pk>/", by_phone.by_phone, name="by-phone"),
    path("hoe-vaak/", helping.how_often, name="how-often"),
    path("hoeveel-tegelijk/", helping.at_once, name="at-once"),
    path("waarom-niets/", helping.why_nothing, name="why-nothing"),
    path("helpers/", helping.truth_piece, name="truth"),
    path("wie-wacht/", waiting.waiting, name="waiting"),
    path("wie-wacht/<uuid:pk>/", waiting.who_fits, name="who-fits"),
    path("wie-wacht/<uuid:pk>/kort/", waiting.for_connector, name="for_connector"),
    path("wie-wacht/<uuid:pk>/vragen/", waiting.ask, name="connector-asks"),
    path("wie-wacht/<uuid:pk>/vog/", waiting.vog, name="vog"),
    path("tekorten/", gaps.gaps, name="gaps"),
    path("voorstellen/", proposals.proposals, name="proposals"),
    path("voorstellen/<uuid:pk>/", proposals.decide, name="decide"),
    path("gewichten/", arranging.weights, name="weights"),
    path("gewichten/<uuid:pk>/terug/", arranging.put_back, name="put-back"),
    path("woorden/", arranging.words, name="words"),
    path("woorden/<uuid:pk>/bij-elkaar/", arranging.decide_link, name="decide-link"),
    path("woorden/<uuid:pk>/weg/", arranging.forget_word, name="forget-word"),
]
