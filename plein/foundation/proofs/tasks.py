"""Once a day: what ended long ago goes away."""

from plein.foundation import jobs
from plein.foundation.proofs import actions


@jobs.daily(at="04:40")
def forget_ended_proofs() -> None:
    actions.forget_ended()
