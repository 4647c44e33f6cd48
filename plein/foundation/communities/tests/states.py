"""Pages of coming in: they need somebody half-way."""

CODE = "/inloggen/code/"
MOLENWIJK = "molenwijk.testserver"


def _asked_a_code(cast, as_member):
    browser = as_member(None)
    browser.post("/inloggen/", {"address": cast.noor.account.email})
    return browser, CODE


def _waiting(cast, as_member):
    browser = as_member(None)
    said = {"name": "Ans", "address": "ans@voorbeeld.example", "home": str(cast.molenwijk.pk)}
    browser.post("/meedoen/", said)
    return browser, "/meedoen/nog-niet-actief/"


def _from_the_wijk(cast, as_member):
    """Signed in at the town, and on the way to the site of the wijk."""
    there = as_member(None, host=MOLENWIJK).get("/inloggen/")
    return as_member(cast.noor), there.url.split("testserver", 1)[1]


def _another_address(cast, as_member):
    browser = as_member(cast.noor)
    browser.post("/mijn/profiel/adres/", {"address": "nieuw@voorbeeld.example"})
    return browser, "/mijn/profiel/adres/code/"


def _new_host(cast, as_member):
    url = f"/instellingen/delen/{cast.centrum.pk}/webadres/"
    return as_member(cast.mila), url, {"host": "centrum.voorbeeld.example"}


STATES = {
    "communities/code.html": _asked_a_code,
    "communities/not_active.html": _waiting,
    "communities/carry_on.html": _from_the_wijk,
    "communities/address_code.html": _another_address,
    "communities/new_host.html": _new_host,
    "communities/unknown_host.html": lambda cast, as_member: (
        as_member(None, host="onbekend.example"),
        "/",
    ),
}
