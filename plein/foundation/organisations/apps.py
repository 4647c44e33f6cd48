from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "plein.foundation.organisations"
    label = "organisations"
