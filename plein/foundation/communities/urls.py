"""People, profiles and places."""

from django.urls import path

from plein.foundation.communities.views import (
    account,
    arranging,
    colours,
    mapping,
    people,
    pledging,
    profile,
    roles,
)

app_name = "communities"

urlpatterns = [
    path("mijn/belofte/", pledging.pledge, name="pledge"),
    path("mijn/profiel/", profile.profile, name="profile"),
    path("mijn/profiel/foto/", profile.photo, name="photo"),
    path("mijn/profiel/waar/", profile.home, name="home"),
    path("mijn/profiel/pauze/", profile.pause, name="pause"),
    path("mijn/profiel/terug/", profile.unpause, name="unpause"),
    path("mijn/profiel/adres/", account.address, name="address"),
    path("mijn/profiel/adres/code/", account.address_code, name="address-code"),
    path("mijn/profiel/wachtwoord/", account.password, name="password"),
    path("mijn/profiel/weg/", account.leave, name="leave"),
    path("mijn/profiel/<slug:key>/", profile.part, name="profile-part"),
    path("mensen/kennismaken/", people.not_greeted, name="not-greeted"),
    path("mensen/<uuid:pk>/", people.neighbour, name="neighbour"),
    path("mensen/<uuid:pk>/begroeten/", people.greet, name="greet"),
    path("mensen/<uuid:pk>/activeren/", people.activate, name="activate"),
    path("mensen/<uuid:pk>/weg/", people.gone, name="gone"),
    path("mensen/<uuid:pk>/blokkeren/", people.block, name="block"),
    path("mensen/<uuid:pk>/deblokkeren/", people.unblock, name="unblock"),
    path("code-voorlezen/", people.speak, name="speak-code"),
    path("kleuren.css", colours.colours, name="colours"),
    path("instellingen/", arranging.settings, name="settings"),
    path("instellingen/meer/", arranging.more, name="settings-more"),
    path("instellingen/kleuren/", arranging.colours, name="house-colours"),
    path("instellingen/huisstijl/", arranging.house_style, name="house-style"),
    path("instellingen/logo/", arranging.logo, name="logo"),
    path("instellingen/blokken/", arranging.modules, name="modules"),
    path("instellingen/webadres/", arranging.host, name="host"),
    path("instellingen/leeftijd/", arranging.least_age, name="least-age"),
    path("instellingen/bereik/", arranging.reach, name="reach"),
    path("instellingen/delen/", arranging.parts, name="parts"),
    path("instellingen/delen/nieuw/", arranging.add_part, name="add-part"),
    path("instellingen/delen/<uuid:pk>/", arranging.part, name="part"),
    path("instellingen/kaart/", mapping.town_map, name="town-map"),
    path("instellingen/logboek/", arranging.audit, name="audit"),
    path("instellingen/rollen/", roles.roles, name="roles"),
    path("instellingen/rollen/geven/", roles.give, name="give-role"),
    path("instellingen/rollen/<uuid:pk>/training/", pledging.training, name="training"),
    path("instellingen/rollen/<uuid:pk>/terug/", roles.take, name="take-role"),
]
