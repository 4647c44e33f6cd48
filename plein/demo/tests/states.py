"""Pages of the demo, at the addresses that only the demo has."""

from django.test import Client, override_settings

from plein.foundation.outbox import post_mail


class InTheDemo(Client):
    def request(self, **words):
        with override_settings(ROOT_URLCONF="plein.demo.tests.trial_urls"):
            return super().request(**words)


def _post(cast, _as_member):
    post_mail(
        to=cast.noor.account.email, subject="Iemand wil je helpen", text="Bram schrijft.",
        key="staat", town=cast.waterdrecht,
    )  # fmt: skip
    return InTheDemo(), "/demo/post/"


STATES = {
    "demo/logins.html": lambda _cast, _as_member: (InTheDemo(), "/demo/"),
    "demo/post.html": _post,
}
