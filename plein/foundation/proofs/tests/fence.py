"""What was seen of people of Waterdrecht does not exist elsewhere."""

from plein.foundation.proofs import actions


def _person(cast):
    return {"pk": cast.bram.pk}


def _proof(cast):
    proof = actions.note(cast.bram, "met", by=cast.fatima)
    return {"pk": cast.bram.pk, "proof": proof.pk}


FENCE = {"proofs:member": _person, "proofs:said": _person, "proofs:withdraw": _proof}
