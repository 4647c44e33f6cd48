"""Clients and agreements of Waterdrecht do not exist elsewhere."""

from plein.foundation.care.models import Admission, Agreement, Client, Mandate
from plein.foundation.care.tests import making


def an_agreement(cast):
    return Agreement.objects.first() or making.make_agreement(cast.mila)


def an_admission(cast):
    agreement = an_agreement(cast)
    if not Admission.objects.filter(member=cast.bram).exists():
        making.admit(agreement, cast.bram, cast.mila)
    return {"pk": agreement.pk, "admission": Admission.objects.get(member=cast.bram).pk}


def a_client(cast):
    an_admission(cast)
    found = Client.objects.first()
    return found or making.make_client(cast.bram, an_agreement(cast), cast.molenwijk)


def a_mandate(cast):
    found = Mandate.objects.first()
    return {"pk": (found or making.make_mandate(cast.bram, a_client(cast))).pk}


def of_client(cast):
    return {"pk": a_client(cast).pk}


FENCE = {
    "care:client": of_client,
    "care:change-client": of_client,
    "care:erase-client": of_client,
    "care:client-gone": of_client,
    "care:give-mandate": of_client,
    "care:end-mandate": a_mandate,
    "care:extend-mandate": a_mandate,
    "care:hand-over": a_mandate,
    "care:card": a_mandate,
    "care:agreement": lambda cast: {"pk": an_agreement(cast).pk},
    "care:end-admission": an_admission,
}
