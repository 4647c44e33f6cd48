"""What the worker read, what it suggests, who was invited, and what came of it."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.features.noticeboard.models import Post
from plein.foundation.communities.models import Community, Member
from plein.lib.keys import uuid7


class Feature(models.Model):
    """One live ask, offer or profile as the engine knows it: read once, matched after that.

    `fields` are those of `engine.shapes.Post` without words; `features` and `vector` are what was
    read in the words. A title or a text is never kept here.
    """

    class Kind(models.TextChoices):
        ASK = "ask"
        OFFER = "offer"
        PROFILE = "profile"

    id = models.UUIDField(primary_key=True, help_text="Key of the post, or of the member.")
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=7, choices=Kind.choices)
    owner = models.ForeignKey(Member, models.CASCADE, related_name="+")
    area = models.ForeignKey(Community, models.PROTECT, null=True, related_name="+")
    theme = models.CharField(max_length=40, blank=True)
    when_bits = models.PositiveIntegerField(default=0, help_text="21 bits, see plein.lib.week.")
    stamp = models.CharField(max_length=64, help_text="Digest of all that was read.")
    fields = models.JSONField(default=dict)
    features = models.TextField(default="{}")
    vector = models.BinaryField(default=bytes)
    live = models.BooleanField(default=True)
    changed_at = models.DateTimeField(default=timezone.now)
    matched_at = models.DateTimeField(null=True, help_text="When suggestions were last made.")
    fallen = models.JSONField(default=dict, help_text="{limit: how many fell off by it}")
    nearly_km = models.FloatField(null=True, help_text="The distance at which three are found.")

    class Meta:
        indexes: ClassVar = [
            models.Index("town", "changed_at", name="feature_changed"),
            models.Index("town", "kind", "live", name="feature_live"),
            models.Index("town", "owner", name="feature_owner"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Suggestion(models.Model):
    """This ask and this helper may fit, and why. One a pair, through the best of their offers."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    ask = models.ForeignKey(Post, models.CASCADE, related_name="+")
    helper = models.ForeignKey(Member, models.CASCADE, related_name="+")
    offer = models.ForeignKey(
        Post, models.CASCADE, null=True, related_name="+", help_text="Empty: through the profile."
    )
    score = models.FloatField(help_text="0 to 1.")
    parts = models.JSONField(default=dict, help_text="Every number that went into the score.")
    reasons = models.JSONField(default=list, help_text="[[key, values], …] that speak for it.")
    doubts = models.JSONField(default=list, help_text="[[key, values], …] to look at.")
    near = models.BooleanField(default=False, help_text="Under the threshold: shown as nearest.")
    by_turn = models.BooleanField(default=False, help_text="A place for who was not asked lately.")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "ask", "helper", name="suggestion_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["town", "helper", "-score"], name="suggestion_for_helper"),
            models.Index(fields=["town", "ask", "-score"], name="suggestion_for_ask"),
        ]

    def __str__(self) -> str:
        return f"{self.ask_id} {self.helper_id}"


class Answer(models.TextChoices):
    """What somebody says of a suggestion."""

    YES = "yes", _("I want to do this")
    FAR = "far", _("It is too far for me")
    NOT_THIS = "not_this", _("I would rather do something else")
    NO_TIME = "no_time", _("I have no time now")
    OTHER = "other", _("Another reason")


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def of(self, member: Member) -> Self:
        """Sent to somebody: what still waits for a good moment does not exist for them."""
        return self.filter(town=member.town_id, to=member, sent_at__isnull=False)

    def waiting(self) -> Self:
        return self.filter(sent_at=None)

    def unanswered(self) -> Self:
        return self.filter(sent_at__isnull=False, answer="")


class Invitation(models.Model):
    """One careful question to one person about one ask. A 'no' is read by nobody."""

    class Way(models.TextChoices):
        CLOCK = "clock", _("By itself, after a day without an answer")
        ASKER = "asker", _("By the asker")
        CONNECTOR = "connector", _("By a connector")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    ask = models.ForeignKey(Post, models.CASCADE, related_name="+")
    to = models.ForeignKey(Member, models.CASCADE, related_name="+")
    offer = models.ForeignKey(Post, models.SET_NULL, null=True, related_name="+")
    by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    way = models.CharField(max_length=10, choices=Way.choices, default=Way.CLOCK)
    parts = models.JSONField(default=dict)
    reasons = models.JSONField(default=list)
    doubts = models.JSONField(default=list)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    sent_at = models.DateTimeField(null=True, help_text="Empty: waits until they may be asked.")
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)
    answered_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "ask", "to", name="invitation_once"),
        ]
        indexes: ClassVar = [
            models.Index("town", "to", "sent_at", name="invitation_to"),
            models.Index("town", "sent_at", "made_at", name="invitation_waiting"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Feedback(models.Model):
    """What one side said of a pair, for later suggestions. Never shown to the other."""

    class Side(models.TextChoices):
        HELPER = "helper"
        ASKER = "asker"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    ask = models.ForeignKey(Post, models.CASCADE, related_name="+")
    helper = models.ForeignKey(Member, models.CASCADE, related_name="+")
    side = models.CharField(max_length=6, choices=Side.choices)
    answer = models.CharField(max_length=10, choices=Answer.choices)
    parts = models.JSONField(default=dict, help_text="The parts as they were, to learn from.")
    concepts = models.JSONField(
        default=list, help_text="[of the ask, of the helper]: keys of what both are about."
    )
    done = models.BooleanField(default=False, help_text="It was agreed and done.")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "ask", "helper", "side", name="feedback_once"),
        ]
        indexes: ClassVar = [models.Index("town", "made_at", name="feedback_newest")]

    def __str__(self) -> str:
        return f"{self.side} {self.answer}"


class Helper(models.Model):
    """How often somebody may be asked, and how many people they want to help at once."""

    MOST = 2

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    weekly = models.PositiveSmallIntegerField(default=1, help_text="Questions a week, 0 to 2.")
    at_once = models.PositiveSmallIntegerField(
        null=True, help_text="Matters at the same time; empty: as many as fit."
    )
    heard_at = models.DateTimeField(null=True, help_text="When we told why nobody asked.")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "member", name="helper_once"),
            models.CheckConstraint(condition=Q(weekly__lte=2), name="helper_at_most_twice"),
        ]

    def __str__(self) -> str:
        return str(self.weekly)


class Weighing(models.Model):
    """Weights of the engine in a town. The newest counts; older ones can be put back."""

    class Origin(models.TextChoices):
        HAND = "hand", _("Chosen by a manager")
        LEARNT = "learnt", _("Learnt from what came of suggestions")
        BACK = "back", _("Put back")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    values = models.JSONField(default=dict, help_text="{name of a weight: number}")
    origin = models.CharField(max_length=6, choices=Origin.choices)
    figures = models.JSONField(default=dict, help_text="How it did against the one before.")
    by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return f"{self.origin} {self.pk}"


class Word(models.Model):
    """A word of this place for something the engine knows: 'moesbak' is a kitchen garden."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    concept = models.CharField(max_length=60)
    word = models.CharField(max_length=60)
    by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint("town", "word", name="word_once")]

    def __str__(self) -> str:
        return self.word


class ConceptLink(models.Model):
    """Two things that went together here though the engine did not know it. A person decides.

    It holds keys of the field and numbers: nothing of who asked or helped.
    """

    class State(models.TextChoices):
        OPEN = "open", _("Waits for somebody to decide")
        APPROVED = "approved", _("They belong together")
        DECLINED = "declined", _("They do not belong together")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    one = models.CharField(max_length=60, help_text="Key of a concept; the first in the alphabet.")
    other = models.CharField(max_length=60)
    times = models.PositiveIntegerField(help_text="How often it worked out.")
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    decided_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "one", "other", name="concept_link_once"),
        ]

    def __str__(self) -> str:
        return f"{self.one} {self.other}"


class Proposal(models.Model):
    """An offer nobody took up, and something that could use it. A connector decides (HELP-11)."""

    class State(models.TextChoices):
        OPEN = "open", _("Waits for a connector")
        SENT = "sent", _("Told to who offered it")
        PASSED = "passed", _("Not now")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    offer = models.ForeignKey(Post, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, help_text="Kind of the listing: activity, vacancy …")
    about = models.UUIDField(help_text="Key of the listing.")
    title = models.CharField(max_length=120, help_text="Public words of the listing.")
    url = models.CharField(max_length=200)
    score = models.FloatField()
    reasons = models.JSONField(default=list)
    state = models.CharField(max_length=6, choices=State.choices, default=State.OPEN)
    decided_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "offer", "about", name="proposal_once"),
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.pk}"


class Planned(models.Model):
    """One line of last night's plan: this helper for this ask, so that everybody gets a turn."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    ask = models.ForeignKey(Post, models.CASCADE, related_name="+")
    helper = models.ForeignKey(Member, models.CASCADE, related_name="+")
    score = models.FloatField()
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "ask", "helper", name="planned_once"),
        ]

    def __str__(self) -> str:
        return f"{self.ask_id} {self.helper_id}"
