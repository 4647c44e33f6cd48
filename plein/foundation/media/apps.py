from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "plein.foundation.media"
    label = "media"
