from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "plein.foundation.places"
    label = "places"
