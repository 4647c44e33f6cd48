from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "plein.features.activities"
    label = "activities"
