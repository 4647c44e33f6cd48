from django.apps import AppConfig


class CommunitiesConfig(AppConfig):
    name = "plein.foundation.communities"
    label = "communities"
