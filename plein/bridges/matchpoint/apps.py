from django.apps import AppConfig


class MatchpointConfig(AppConfig):
    name = "plein.bridges.matchpoint"
    label = "matchpoint"
