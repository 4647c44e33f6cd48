from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "plein.foundation.accounts"
    label = "accounts"
