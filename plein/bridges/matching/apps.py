from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "plein.bridges.matching"
    label = "matching"
