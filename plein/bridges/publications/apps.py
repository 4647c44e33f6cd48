from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    name = "plein.bridges.publications"
    label = "publications"
