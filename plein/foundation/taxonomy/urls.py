"""What I like, and the lists of a town."""

from django.urls import path

from plein.foundation.taxonomy import views

app_name = "taxonomy"

urlpatterns = [
    path("mijn/profiel/interesses/", views.interests, name="interests"),
    path("mijn/profiel/talenten/", views.talents, name="talents"),
    path("mijn/profiel/doelgroepen/", views.groups, name="groups"),
    path("instellingen/themas/", views.entries, {"which": "thema"}, name="themes"),
    path("instellingen/doelgroepen/", views.entries, {"which": "doelgroep"}, name="target-groups"),
    path("instellingen/lijst/<slug:which>/nieuw/", views.add, name="add"),
    path("instellingen/lijst/<slug:which>/<uuid:pk>/", views.change, name="change"),
    path("instellingen/lijst/<slug:which>/<uuid:pk>/stap/", views.step, name="step"),
]
