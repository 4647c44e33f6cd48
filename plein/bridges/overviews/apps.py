from django.apps import AppConfig


class OverviewsConfig(AppConfig):
    name = "plein.bridges.overviews"
    label = "overviews"
