"""A nurse, her colleague and a client, made by the same actions as on the site."""

from datetime import date

from django.utils import timezone

from plein.foundation.care import actions, second
from plein.foundation.care.models import Agreement, Client, Mandate
from plein.foundation.organisations.models import Organisation

NAME, PHONE = "Mevrouw Kanarievogel", "0612987654"
ADDRESS, NOTE = "Kanariestraat 12", "Bel na tien uur bij zus Kwartelslag"
WORK_PHONE = "+31611112222"
SAID = {"name": NAME, "phone": PHONE, "address": ADDRESS, "note": NOTE, "consent": "spoken"}


def make_agreement(by, **said) -> Agreement:
    town = by.town
    organisation, _new = Organisation.objects.get_or_create(
        town=town,
        slug="zorg-dichtbij",
        defaults={"community": town, "name": "Zorg Dichtbij", "admitted_at": timezone.now()},
    )
    usual = {
        "work": "home_care",
        "signed_on": date(2020, 1, 1),
        "contact_name": "Ria",
        "contact_mail": "ria@zorg.example",
    }
    return actions.agree(town, organisation, by=by, **usual | said)


def admit(agreement, member, by):
    actions.admit(agreement, member, number_found="guide", phone=WORK_PHONE, by=by)
    return member


def make_client(nurse, agreement, home, **said) -> Client:
    caseload = agreement.caseloads.get()
    return actions.add_client(caseload, home=home, by=nurse, **SAID | said)


def make_mandate(nurse, client, **said) -> Mandate:
    return actions.give_mandate(client, by=nurse, **{"consent": "spoken"} | said)


def pass_second(browser, member):
    """As if the second code was given in this visit."""
    from plein.foundation.care.models import Admission

    session = browser.session
    session["way"] = "mail"
    key = Admission.objects.get(member=member, ended_at=None).pk.hex
    session[second.KEY] = {"admission": key, "at": timezone.now().isoformat()}
    session.save()
    return browser
