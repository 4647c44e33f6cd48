"""One of every kind of matter that can wait in a wijk; `cast.wijk` is where all of it happens."""

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from plein.bridges.matching.models import Feature, Proposal
from plein.bridges.matching.tests.making import ask_for_grass, offer_to_mow
from plein.bridges.telephone.actions import ask_call, note_worry
from plein.bridges.telephone.actions.worrying import Told
from plein.bridges.telephone.models import Tidings
from plein.features.activities.actions import enrolling, planning
from plein.features.activities.actions.enrolling import Guest
from plein.features.activities.tests.making import first, make_club
from plein.features.directory.actions import propose, remark
from plein.features.directory.models import AdmissionRules, Claim
from plein.features.directory.tests.making import make_entry
from plein.features.noticeboard import actions as board
from plein.features.noticeboard.models import AnswerRules, AskClock, FollowUp, NoShow, OnClock
from plein.features.noticeboard.tests.making import agreed, make_ask
from plein.features.noticeboard.tests.test_on_behalf import many_live_here
from plein.features.pages.tests.making import make_note
from plein.foundation.accounts.models import Account
from plein.foundation.care import actions as care
from plein.foundation.communities.actions import gone
from plein.foundation.communities.actions.speaking import speak_code
from plein.foundation.communities.models import Member, Role, RoleName
from plein.foundation.media.actions import keep_picture
from plein.foundation.organisations.models import Introduction
from plein.foundation.proofs.models import Proof, ProofRules
from plein.foundation.taxonomy.models import Theme
from plein.shared.moderation.models import Refusal, Report
from plein.shared.moderation.tests.making import photo
from plein.shared.notifications import actions as news
from plein.shared.notifications import asking_somebody
from plein.testing.cast import give, make_member


def _at_connector(post):
    AskClock.objects.filter(post=post).update(step=AskClock.Step.CONNECTOR)
    return post


def _new(cast):
    make_ask(make_member("Nieuw", cast.wijk, greeted=False))


def _proposed(cast, decides):
    rules = {"decides": decides}
    AdmissionRules.objects.update_or_create(town=cast.wijk.town, defaults=rules)
    said = {"name": "Koor De Lijster", "line": "Zingen", "words": "Ik zit in het bestuur"}
    propose(cast.wijk, **said, by=cast.noor)


def _concern(cast):
    board.tell_concern(agreed(make_ask(cast.noor), cast.bram), "worry", "alone", by=cast.noor)


def _follow_up(cast):
    pair = agreed(make_ask(cast.noor), cast.bram)
    asked = FollowUp.objects.get(match__response=pair, member=cast.noor, after="week")
    board.answer_follow_up(asked, FollowUp.Answer.MORE_HELP, by=cast.noor)


def _call_shy(cast):
    """Noor picked the hosts; they hear that more help is needed."""
    give(make_member("Gastheer", cast.wijk), RoleName.HOST, cast.wijk)
    many_live_here(cast.wijk)
    noor = Member.objects.get(pk=cast.noor.pk)  # in a wijk where it is not she who must be meant
    pair = agreed(make_ask(noor, known_to="hosts"), cast.bram)
    asked = FollowUp.objects.get(match__response=pair, member=cast.noor, after="week")
    board.answer_follow_up(asked, FollowUp.Answer.MORE_HELP, by=cast.noor)


def _spoken(cast):
    """A code for who has a phone on the wall only."""
    wall = make_member("Opa", cast.wijk)
    Account.objects.filter(pk=wall.account_id).update(email=None, phone="+31184555123")
    reader = give(make_member("Lezer", cast.wijk), RoleName.HOST, cast.wijk.tree.town)
    speak_code("+31184555123", community=cast.wijk.tree.town, by=reader)


def _came_back(cast):
    gerrit = make_member("Gerrit", cast.wijk)
    gone(gerrit, "moved", by=cast.fatima)
    Member.objects.filter(pk=gerrit.pk).update(came_back_at=timezone.now())


def _farewell(cast):
    gerrit = make_member("Gerrit", cast.wijk)
    agreed(make_ask(gerrit), cast.bram)
    gone(gerrit, "moved", by=cast.fatima)


def _missed(cast):
    NoShow.objects.create(town=cast.wijk.town, response=agreed(make_ask(cast.noor), cast.bram))


def _rests(cast):
    AnswerRules.objects.update_or_create(
        town=cast.wijk.town,
        community=cast.wijk,
        defaults={"closed_at": timezone.now(), "closed_because": "nobody_acted"},
    )


def _voice(cast):
    voice = care.speak_for("mother", phone="+31687654321", by=cast.noor)
    theme = Theme.objects.get(town=cast.wijk.town, key="boodschappen-koken")
    wanted = board.Wanted(kind="ask", theme=theme, title="Koffie")
    board.publish_for_somebody(wanted, voice, by=cast.noor)


def _proof(cast):
    """An answer that waits for somebody to see a certificate."""
    ProofRules.objects.update_or_create(
        town=cast.wijk.town, community=cast.wijk.town, defaults={"inside": "vog"}
    )
    board.respond(make_ask(cast.noor, task_class="inside"), "Ik kom.", by=cast.bram)


def _helped(cast, **how):
    helper = make_member("Helper", cast.wijk, **how)
    match = board.done(agreed(make_ask(cast.noor), helper), by=cast.noor)
    type(match).objects.filter(pk=match.pk).update(done_at=timezone.now() - timedelta(days=5))


def _to_call(cast):
    date = first(make_club(cast.noor, seats=5))
    enrolling.enrol(date, Guest(name="Mevrouw De Wit", phone="+31184555123"), by=cast.noor)
    planning.cancel_date(date, by=cast.noor)


def _report(cast):
    Report.objects.create(
        town=cast.wijk.town, community=cast.wijk, by=cast.noor, reason="other",
        kind="conversations.conversation", about=UUID(int=9),
    )  # fmt: skip


def _picture(cast):
    kept = keep_picture(photo(), town=cast.wijk.town, by=cast.bram, alt="Molen")
    Refusal.objects.create(town=cast.wijk.town, community=cast.wijk, picture=kept, hid=True)


def _tidings(cast):
    Tidings.objects.create(
        town=cast.wijk.town, community=cast.wijk, who="Noor Jansen", teller="Karin",
        phone="+31612345678", because="died", due_at=timezone.now() + timedelta(hours=4),
    )  # fmt: skip


def _worry(cast):
    note_worry(
        Told(kind="worry", about="alone", teller="Piet"), community=cast.wijk, by=cast.fatima
    )


def _tell(cast):
    by_phone = make_member("Truus", cast.wijk, channel=Member.Channel.PHONE)
    news.notify(by_phone, key="x", url="/", subject="Nieuws", text="Nieuws", once="1")


def _go_between(cast):
    said = {"name": "Ans", "phone": "+31612345678", "may_hear": False}
    asking_somebody.choose_somebody(cast.noor, **said, by=cast.noor)


def _nobody_fits(cast):
    ask = _at_connector(ask_for_grass(cast.noor))
    Feature.objects.update_or_create(
        pk=ask.pk,
        defaults={
            "town": ask.town, "kind": "ask", "owner": cast.noor, "matched_at": timezone.now()
        },
    )  # fmt: skip


def _proposal(cast):
    Proposal.objects.create(
        town=cast.wijk.town, offer=offer_to_mow(cast.bram), kind="activity", about=UUID(int=7),
        title="Koffieochtend", url="/agenda/", score=0.6,
    )  # fmt: skip


def _not_in_yet(cast):
    late = make_member("Laat", cast.wijk, greeted=False, state=Member.State.WAITING)
    Member.objects.filter(pk=late.pk).update(made_at=timezone.now() - timedelta(hours=2))


def _claim(cast):
    entry = make_entry(cast.wijk, months_ago=0)
    Claim.objects.create(town=cast.wijk.town, entry=entry, member=cast.noor, way="steward")


def _ending(cast):
    today = timezone.localdate()
    Proof.objects.create(
        town=cast.wijk.town, member=cast.noor, kind="vog", seen_on=today,
        ends_on=today + timedelta(days=9),
    )  # fmt: skip


def _untrained(cast):
    Role.objects.create(
        town=cast.wijk.town, member=cast.noor, community=cast.wijk, role=RoleName.HOST
    )


def _met(cast):
    Introduction.objects.create(
        town=cast.wijk.town, member=cast.noor, organisation=make_entry(cast.wijk).organisation,
        by=cast.bram, met_at=timezone.now(),
    )  # fmt: skip


MAKERS = {
    "activities.to_call": _to_call,
    "communities.came_back": _came_back,
    "communities.code": _spoken,
    "communities.training": _untrained,
    "dayboard.greet": lambda cast: make_member("Nieuw", cast.wijk, greeted=False),
    "dayboard.not_in_yet": _not_in_yet,
    "directory.call": lambda cast: make_entry(cast.wijk, months_ago=30),
    "directory.claim": _claim,
    "directory.doubted": lambda cast: remark(
        make_entry(cast.wijk), what="phone", words="", by=cast.noor
    ),
    "directory.proposed": lambda cast: _proposed(cast, AdmissionRules.Decides.STEWARD),
    "directory.proposed_to_manager": lambda cast: _proposed(cast, AdmissionRules.Decides.MANAGER),
    "directory.no_steward": lambda cast: make_entry(cast.wijk, vital="food", months_ago=0),
    "matching.nobody_fits": _nobody_fits,
    "matching.proposal": _proposal,
    "moderation.picture": _picture,
    "moderation.report": _report,
    "noticeboard.call_shy": _call_shy,
    "noticeboard.concern": _concern,
    "noticeboard.farewell": _farewell,
    "noticeboard.follow_up": _follow_up,
    "noticeboard.missed": _missed,
    "noticeboard.new": _new,
    "noticeboard.place_rests": _rests,
    "noticeboard.proof": _proof,
    "noticeboard.thanks": _helped,
    "noticeboard.thanks_in_person": lambda cast: _helped(cast, channel=Member.Channel.PHONE),
    "noticeboard.unanswered": lambda cast: _at_connector(make_ask(cast.noor)),
    "noticeboard.voice": _voice,
    "notifications.go_between": _go_between,
    "notifications.tell": _tell,
    "organisations.met": _met,
    "pages.note": lambda cast: make_note(cast.noor, trusted=False),
    "proofs.ending": _ending,
    "telephone.call_back": lambda cast: ask_call("+31612345678", community=cast.wijk, visitor="1"),
    "telephone.tidings": _tidings,
    "telephone.worry": _worry,
}
"""{kind: makes one}. A new kind of matter is added here as well."""


def named(cast, *members):
    """Who is called by name when something happened in this wijk."""
    for one in members:
        OnClock.objects.create(
            town=cast.wijk.town, community=cast.wijk, name=one.name, member=one, for_safety=True
        )
