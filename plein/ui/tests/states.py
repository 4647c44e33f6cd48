"""The style page, for who builds; and what people see when something goes wrong."""

from django.test import Client, override_settings


class AtOdds(Client):
    def request(self, **words):
        with override_settings(ROOT_URLCONF="plein.ui.tests.odd_urls"):
            return super().request(**words)


def _style(cast, as_member):
    account = cast.mila.account
    account.is_operator = True
    account.save(update_fields=["is_operator"])
    return as_member(cast.mila), "/stijl/"


def _without_token(_cast, _as_member):
    return Client(enforce_csrf_checks=True), "/inloggen/", {"address": "iemand@voorbeeld.example"}


STATES = {
    "ui/style.html": _style,
    "400.html": lambda _cast, _as_member: (AtOdds(), "/raar/"),
    "403_csrf.html": _without_token,
    "500.html": lambda _cast, _as_member: (AtOdds(), "/stuk/"),
}
