from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "plein.features.pages"
    label = "pages"
