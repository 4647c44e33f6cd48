"""Clients and mandates for professionals; agreements for managers; cards for everybody."""

from django.urls import path

from plein.foundation.care.views import arranging, cards, caseload, mandates, second

app_name = "care"

urlpatterns = [
    path("clienten/", caseload.clients, name="clients"),
    path("clienten/code/", second.step, name="second-step"),
    path("clienten/nieuw/", caseload.add, name="add-client"),
    path("clienten/<uuid:pk>/", caseload.client, name="client"),
    path("clienten/<uuid:pk>/wijzigen/", caseload.change, name="change-client"),
    path("clienten/<uuid:pk>/overleden-of-verhuisd/", caseload.gone, name="client-gone"),
    path("clienten/<uuid:pk>/wissen/", caseload.erase, name="erase-client"),
    path("clienten/<uuid:pk>/machtiging/", mandates.give, name="give-mandate"),
    path("clienten/machtiging/<uuid:pk>/verlengen/", mandates.extend, name="extend-mandate"),
    path("clienten/machtiging/<uuid:pk>/stoppen/", mandates.end, name="end-mandate"),
    path("clienten/machtiging/<uuid:pk>/overdragen/", mandates.hand_over, name="hand-over"),
    path("clienten/machtiging/<uuid:pk>/kaart/", mandates.card, name="card"),
    path("kaart/", cards.take_over, name="take-over"),
    path("ja-zeggen/", cards.say_yes, name="say-yes"),
    path("instellingen/overeenkomsten/", arranging.agreements, name="agreements"),
    path("instellingen/overeenkomsten/nieuw/", arranging.add, name="add-agreement"),
    path("instellingen/overeenkomsten/<uuid:pk>/", arranging.agreement, name="agreement"),
    path(
        "instellingen/overeenkomsten/<uuid:pk>/weg/<uuid:admission>/",
        arranging.end_admission,
        name="end-admission",
    ),
]
