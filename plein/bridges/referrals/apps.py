from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    name = "plein.bridges.referrals"
    label = "referrals"
