"""Asks and offers of neighbours, and drafts of them."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.foundation.communities.models import Community, Content, ContentQuerySet, Member
from plein.foundation.media.models import Picture
from plein.foundation.organisations.models import Organisation
from plein.foundation.taxonomy.models import TargetGroup, Theme
from plein.lib.keys import uuid7


class PostQuerySet(ContentQuerySet):
    def open(self) -> Self:
        return self.filter(closed_at=None, expires_at__gt=timezone.now())

    def of(self, member: Member) -> Self:
        return self.filter(town=member.town_id, author=member)

    def shy(self) -> Self:
        return self.exclude(known_to=Post.KnownTo.READERS)

    def complete(self) -> Self:
        """With all that a page of a post asks, in one query."""
        return self.select_related("theme", "organisation", "author", "community", "picture")


class Post(Content):
    """A neighbour's ask for help, or offer of help. Never both (HELP-1)."""

    class Kind(models.TextChoices):
        ASK = "ask", _("Ask")
        OFFER = "offer", _("Offer")

    class StandsFor(models.TextChoices):
        RESIDENT = "resident", _("resident")
        ORGANISATION = "organisation", _("organisation")
        PROFESSIONAL = "professional", _("through a professional")

    class TaskClass(models.TextChoices):
        PUBLIC = "public", _("In a public place")
        DOOR = "door", _("At the door")
        INSIDE = "inside", _("Inside the house")
        TRUST = "trust", _("With money, keys or body care")

    class KnownTo(models.TextChoices):
        """Who may know who asks. All but the first: a shy ask (HELP-12)."""

        READERS = "readers", _("Everybody who may read my ask")
        CONNECTORS = "connectors", _("Only the connectors")
        HOSTS = "hosts", _("Only the hosts of the matchpoint")
        OUTSIDE = "outside", _("Only a connector who does not live in my district")
        PROFESSIONALS = "pros", _("Only the professionals who were let in here")

    class Age(models.TextChoices):
        """Told beside a shy ask when the asker wants it and enough people fit; none of minors."""

        UNTOLD = "", _("Rather not")
        TWENTIES = "20", _("in their twenties")
        THIRTIES = "30", _("in their thirties")
        FORTIES = "40", _("in their forties")
        FIFTIES = "50", _("in their fifties")
        SIXTIES = "60", _("in their sixties")
        SEVENTIES = "70", _("in their seventies")
        EIGHTIES = "80", _("in their eighties")
        NINETIES = "90", _("in their nineties")

    class Closing(models.TextChoices):
        FOUND = "found", _("Somebody was found here")
        ELSEWHERE = "elsewhere", _("It was solved in another way")
        NOT_NEEDED = "not_needed", _("It is not needed any more")
        UNMET = "unmet", _("We did not succeed in finding help")
        EXPIRED = "expired", _("It was open for a long time")
        UNHEARD = "unheard", _("We did not hear a yes")
        ARRANGED = "arranged", _("Closed on behalf of who put it here")

    kind = models.CharField(max_length=5, choices=Kind.choices)
    author = models.ForeignKey(Member, models.PROTECT, related_name="+")
    stands_for = models.CharField(
        max_length=12, choices=StandsFor.choices, default=StandsFor.RESIDENT
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    mandate = models.UUIDField(
        null=True, blank=True, help_text="On whose behalf; see the app care."
    )
    voice = models.UUIDField(
        null=True, blank=True, help_text="Family asks for somebody: hidden until that one's yes."
    )
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="+")
    title = models.CharField(max_length=80)
    text = models.TextField(max_length=1500, blank=True)
    language = models.CharField(max_length=5, default="nl")
    when_bits = models.PositiveIntegerField(default=0, help_text="21 bits; 0 is: in consultation.")
    again = models.BooleanField(default=False, help_text="More than once.")
    task_class = models.CharField(max_length=8, choices=TaskClass.choices, default=TaskClass.PUBLIC)
    picture = models.ForeignKey(Picture, models.SET_NULL, null=True, blank=True, related_name="+")
    known_to = models.CharField(max_length=10, choices=KnownTo.choices, default=KnownTo.READERS)
    age = models.CharField(
        max_length=2, choices=Age.choices, blank=True, help_text="Of a shy asker, to be shown."
    )

    changed_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True, blank=True, help_text="When we asked: still needed?")
    first_answered_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closing = models.CharField(max_length=12, choices=Closing.choices, blank=True)

    objects = PostQuerySet.as_manager()  # type: ignore[misc]  # Content has one too

    class Meta(Content.Meta):
        constraints: ClassVar = [
            *Content.Meta.constraints,
            models.CheckConstraint(
                condition=Q(closed_at=None, closing="")
                | (Q(closed_at__isnull=False) & ~Q(closing="")),
                name="post_closing_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(stands_for="organisation", organisation__isnull=False)
                | Q(stands_for="professional")
                | Q(stands_for="resident", organisation=None),
                name="post_stands_for_its_organisation",
            ),
        ]
        indexes: ClassVar = [
            models.Index("town", "kind", "closed_at", "id", name="post_open_by_kind"),
            models.Index("town", "author", name="post_by_author"),
            models.Index("town", "mandate", name="post_by_mandate"),
            models.Index(
                "town",
                "kind",
                "made_at",
                "id",
                name="post_waits_longest",
                condition=Q(closed_at=None, first_answered_at=None),
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def address(self) -> str:
        """A word of the theme and the code; never a word of what somebody wrote (H7)."""
        return f"{self.theme.key.partition('-')[0] or 'bericht'}-{self.code}"

    def get_absolute_url(self) -> str:
        return reverse("noticeboard:post", args=[self.address])

    @property
    def is_private(self) -> bool:
        return self.audience == self.Audience.MEMBERS

    @property
    def is_ask(self) -> bool:
        return self.kind == self.Kind.ASK

    @property
    def is_open(self) -> bool:
        return self.closed_at is None and self.expires_at > timezone.now()

    @property
    def opens_again(self) -> bool:
        """An ask that was closed for an appointment, when that is called off."""
        return self.is_ask and self.closing == self.Closing.FOUND

    @property
    def is_shy(self) -> bool:
        """Shows no name until the asker opens it to somebody."""
        return self.known_to != self.KnownTo.READERS

    @property
    def may_be_shy(self) -> bool:
        """A resident's own ask: others stand between already."""
        return self.is_ask and not (self.organisation_id or self.mandate or self.voice)

    @property
    def byline(self) -> str:
        """Who stands for it, the only such words ever shown. Never who wrote it for whom."""
        if self.stands_for == self.StandsFor.PROFESSIONAL:
            if self.organisation:
                return _("through a professional of %(name)s") % {"name": self.organisation.name}
            return str(self.StandsFor.PROFESSIONAL.label)
        if self.organisation:
            return self.organisation.name
        if self.is_shy and self.age:
            words = {"age": self.get_age_display(), "place": self.community.name}
            return _("Somebody %(age)s from %(place)s") % words
        if self.is_shy:
            return _("Somebody from %(place)s") % {"place": self.community.name}
        return self.author.name


class PostTargetGroup(models.Model):
    """For whom a post is meant."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, models.CASCADE, related_name="groups")
    group = models.ForeignKey(TargetGroup, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "post", "group", name="post_group_once"),
        ]

    def __str__(self) -> str:
        return str(self.group)


class Draft(models.Model):
    """Answers of the wizard so far. Belongs to a browser until somebody signs in."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    community = models.ForeignKey(Community, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.CASCADE, null=True, related_name="+")
    browser = models.CharField(max_length=64, blank=True, help_text="Digest of the browser's key.")
    kind = models.CharField(max_length=5, choices=Post.Kind.choices)
    answers = models.JSONField(default=dict)
    sent_at = models.DateTimeField(
        null=True, blank=True, help_text="When somebody who has no account yet pressed 'publish'."
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def is_ask(self) -> bool:
        return self.kind == Post.Kind.ASK
