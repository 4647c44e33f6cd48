from django.apps import AppConfig


class NoticeboardConfig(AppConfig):
    name = "plein.features.noticeboard"
    label = "noticeboard"
