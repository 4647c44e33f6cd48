from django.urls import path

from plein.bridges.home import arranging, views

app_name = "home"
urlpatterns = [
    path("", views.front, name="front"),
    path("mijn/", views.mine, name="mine"),
    path("wijken/", views.districts, name="districts"),
    path("wijken/<slug:slug>/", views.district, name="district"),
    path("contact/", views.contact, name="contact"),
    path("ook-hier/<uuid:key>/", views.also_here, name="also-here"),
    path("instellingen/voorpagina/", arranging.arrange, name="arrange"),
    path("instellingen/delen/<uuid:pk>/bladzijde/", arranging.arrange, name="part-arrange"),
]
