"""Who speaks for an organisation: proved by its mail domain, a letter, or a steward (MAP-2)."""

import hashlib
import secrets

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.features.directory import keys, letters
from plein.features.directory.domains import proves
from plein.features.directory.models import Claim, Entry, Invitation
from plein.foundation.audit import record
from plein.foundation.communities.models import Member
from plein.foundation.jobs import changed
from plein.foundation.organisations.actions import add_editor
from plein.foundation.organisations.models import Editor
from plein.foundation.outbox.letters import Link
from plein.lib.codes import ALPHABET
from plein.lib.keys import uuid7
from plein.shared.notifications.actions import notify

CODE_LENGTH = 8


class NotAtThatDomain(Exception):
    """This address proves nothing about this organisation."""


class WrongCode(Exception):
    """Not the code of the letter."""


class ClaimIsOver(Exception):
    """Decided already, tried too often, or too old: ask again."""


@transaction.atomic
def claim_by_mail(entry: Entry, mail: str, *, by: Member) -> Claim:
    """Send a link to an address at the organisation's own domain."""
    if not proves(mail, entry.mail, entry.website):
        raise NotAtThatDomain
    claim = _begin(entry, by, Claim.Way.MAIL, mail=mail.lower())
    place = entry.organisation.community
    name = entry.organisation.name
    letters.post(
        mail,
        subject=_("Do you keep the page of %(name)s?") % {"name": name},
        words=[
            _("%(member)s wants to keep the page of %(name)s and gave this address.")
            % {"member": by.name, "name": name},
            _("Was that you? Then press the button. Was it somebody else? Then do nothing."),
        ],
        button=Link(_("Yes, that was me"), keys.claim_url(claim, place)),
        place=place,
        # Who asks again gets another mail; the view counts how often.
        key=f"directory.claim:{claim.pk}:{uuid7()}",
    )
    return claim


@transaction.atomic
def prove_mail(claim: Claim, *, by: Member) -> None:
    """The link in the mail was opened by the one who asked for it."""
    entry = claim.entry
    # The page may say another address by now; then this mail proves nothing any more.
    still = proves(claim.mail, entry.mail, entry.website)
    if claim.state != Claim.State.WAITING or claim.member_id != by.pk or not still:
        raise ClaimIsOver
    _grant(claim, by=by)


@transaction.atomic
def claim_by_letter(entry: Entry, *, by: Member) -> Claim:
    """A steward sends a letter with a code to the address on the map. One that is in the post
    stays good: asking again makes no second letter before that code is over."""
    claim = _begin(entry, by, Claim.Way.LETTER)
    if claim.digest and not claim.code_works:
        claim.digest, claim.printed_at = "", None
        claim.save(update_fields=["digest", "printed_at"])
    return claim


@transaction.atomic
def print_letter(claim: Claim, *, by: Member) -> str:
    """A new code for the letter. We keep only its digest, so it is shown this one time."""
    if claim.state != Claim.State.WAITING or claim.way != Claim.Way.LETTER:
        raise ClaimIsOver
    code = "".join(secrets.choice(ALPHABET) for _sign in range(CODE_LENGTH))
    claim.digest, claim.tries, claim.printed_at = _digest(claim, code), 0, timezone.now()
    claim.save(update_fields=["digest", "tries", "printed_at"])
    record("directory.claim.letter_printed", on=claim.entry.organisation, by=by)
    return code


def enter_code(claim: Claim, code: str, *, by: Member) -> None:
    """The code of the letter. Each try counts, also when the page is left after it."""
    with transaction.atomic():
        now = Claim.objects.select_for_update(of=("self",)).filter(town=claim.town_id)
        claim = now.select_related("entry__organisation", "member").get(pk=claim.pk)
        if claim.state != Claim.State.WAITING or not claim.code_works:
            raise ClaimIsOver
        claim.tries += 1
        claim.save(update_fields=["tries"])
        typed = "".join(sign for sign in code.lower() if sign.isalnum())
        right = secrets.compare_digest(claim.digest, _digest(claim, typed))
        if right and claim.member_id == by.pk:
            _grant(claim, by=by)
    if not right:
        raise WrongCode


@transaction.atomic
def claim_through_steward(entry: Entry, words: str, *, by: Member) -> Claim:
    """Somebody of the place who knows them says yes or no."""
    return _begin(entry, by, Claim.Way.STEWARD, words=words)


@transaction.atomic
def grant(claim: Claim, *, by: Member) -> None:
    """A steward knows that it is so."""
    if claim.state != Claim.State.WAITING:
        raise ClaimIsOver
    _grant(claim, by=by)


@transaction.atomic
def refuse(claim: Claim, *, by: Member) -> None:
    if claim.state != Claim.State.WAITING:
        raise ClaimIsOver
    _decide(claim, Claim.State.REFUSED, by)
    notify(
        claim.member,
        key="directory.claim_refused",
        url=claim.entry.get_absolute_url(),
        subject=gettext_lazy("You cannot keep this page yet"),
        text=gettext_lazy("We could not see that you speak for this organisation. Call us?"),
        once=f"claim:{claim.pk}:refused",
    )


def _begin(entry: Entry, by: Member, way: str, **fields: str) -> Claim:
    """One that waits is used again. What was begun in another way stays good: a letter in the
    post, a mail that was sent."""
    claim, _made = Claim.objects.update_or_create(
        town_id=entry.town_id,
        entry=entry,
        member=by,
        state=Claim.State.WAITING,
        defaults={"way": way} | fields,
    )
    record("directory.claim.made", on=entry.organisation, by=by, way=str(way))
    return claim


def _grant(claim: Claim, *, by: Member) -> None:
    entry, member = claim.entry, claim.member
    editors = Editor.objects.filter(town=claim.town_id, organisation=entry.organisation)
    rows = list(editors.select_related("member__account"))
    others = [row.member for row in rows if row.member_id != member.pk]
    keeps_rank = any(row.coordinator for row in rows if row.member_id == member.pk)
    # The first one arranges the others; who comes later is made coordinator by them.
    add_editor(entry.organisation, member, by=by, coordinator=keeps_rank or not others)
    _decide(claim, Claim.State.GRANTED, by)
    Invitation.objects.filter(town=claim.town_id, entry=entry, claimed_at=None).update(
        claimed_at=timezone.now()
    )
    _tell(claim, member, others)
    changed("organisations.organisation", entry.organisation_id)


def _tell(claim: Claim, member: Member, others: list[Member]) -> None:
    url = claim.entry.get_absolute_url()
    text = gettext_lazy("Look whether everything is right. What you change is live at once.")
    if claim.entry.organisation.admitted_at is None:
        text = gettext_lazy(
            "It is not on the map yet: somebody looks at that first, and you hear it. You can "
            "fill in the page already."
        )
    notify(
        member,
        key="directory.claim_granted",
        url=url,
        subject=gettext_lazy("You keep the page of your organisation now"),
        text=text,
        once=f"claim:{claim.pk}:granted",
    )
    for other in others:
        if other.pk != member.pk:
            notify(
                other,
                key="directory.editor_joined",
                url=url,
                subject=gettext_lazy("Somebody joined you in keeping your page"),
                text=gettext_lazy("Do you not know this person? Then call us."),
                once=f"claim:{claim.pk}:joined",
            )


def _decide(claim: Claim, state: str, by: Member) -> None:
    claim.state, claim.decided_by, claim.decided_at = state, by, timezone.now()
    claim.digest = ""
    claim.save(update_fields=["state", "decided_by", "decided_at", "digest"])
    record("directory.claim.decided", on=claim.entry.organisation, by=by, state=str(state))


def _digest(claim: Claim, code: str) -> str:
    return hashlib.sha256(f"{claim.pk.hex}:{code}".encode()).hexdigest()
