"""The tree of communities, who lives in it, who may do what, and what all content has."""

from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.foundation.accounts.models import Account
from plein.foundation.communities.sizes import Size, modules_of
from plein.foundation.media.models import Picture
from plein.foundation.places.cells import Cell
from plein.foundation.places.models import Area
from plein.lib.codes import short_code, unused
from plein.lib.formality import DUTCH, tongue
from plein.lib.keys import uuid7

if TYPE_CHECKING:
    from plein.foundation.communities.tree import Tree


class Community(models.Model):
    """A region, town, district, neighbourhood or street with a face of its own."""

    class Kind(models.TextChoices):
        REGION = "region", _("Region")
        TOWN = "town", _("Town")
        DISTRICT = "district", _("District")
        NEIGHBOURHOOD = "neighbourhood", _("Neighbourhood")
        STREET = "street", _("Street")

    class Posting(models.TextChoices):
        EVERYBODY = "everybody", _("Everybody who signed in")
        GREETED = "greeted", _("People we have met")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey("self", models.PROTECT, related_name="+")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    region = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = models.CharField(max_length=80)
    slug = models.SlugField(max_length=60)
    host = models.CharField(max_length=253, null=True, blank=True, unique=True)
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="+")

    size = models.CharField(max_length=10, choices=Size.choices, default=Size.VILLAGE)
    module_changes = models.JSONField(default=dict, blank=True)
    filled = models.JSONField(default=dict, blank=True, help_text="Things behind each house.")

    logo = models.ForeignKey(Picture, models.SET_NULL, null=True, blank=True, related_name="+")
    colours = models.JSONField(default=list, blank=True, help_text="Six house colours, #rrggbb.")
    tokens = models.JSONField(
        default=dict, blank=True, help_text="Own house style: {--basis-…: value}; see theming.py."
    )
    intro = models.TextField(max_length=600, blank=True)
    formal = models.BooleanField(default=False, help_text="u instead of je")
    phone = models.CharField(max_length=20, blank=True)
    phone_hours = models.CharField(max_length=120, blank=True)
    walk_in = models.CharField(max_length=200, blank=True)
    posting = models.CharField(max_length=10, choices=Posting.choices, default=Posting.EVERYBODY)
    public_tasks_open = models.BooleanField(
        default=False, help_text="Asks in a public place can be read before greeting (TRUST-7)."
    )
    least_age = models.PositiveSmallIntegerField(
        default=16, help_text="On the town: from which age somebody joins by themselves (H6)."
    )
    takes_up = models.BooleanField(default=True, help_text="Shows what lower communities share.")
    takes_down = models.BooleanField(default=True, help_text="Shows what the town shares.")

    version = models.PositiveIntegerField(
        default=1, help_text="On the town: changes with anything in its tree; stamps caches."
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    # Set on the communities of a loaded tree, so that a request asks for it once.
    loaded_tree: "Tree | None" = None

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "slug", name="community_slug_once_in_town"),
            models.CheckConstraint(
                condition=Q(kind__in=["town", "region"], parent=None)
                | Q(kind__in=["district", "neighbourhood", "street"], parent__isnull=False),
                name="community_only_parts_have_a_parent",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def modules(self) -> frozenset[str]:
        """Keys of what is on here; everything else is gone. A region owns no content."""
        if self.kind == self.Kind.REGION:
            return frozenset()
        return modules_of(self.size, self.module_changes)

    @property
    def tree(self) -> "Tree":
        from plein.foundation.communities import tree

        return self.loaded_tree or tree.of(self.town_id)


class MemberQuerySet(models.QuerySet["Member"]):
    def in_community(self, community: Community) -> Self:
        """Members whose home is this community or something inside it."""
        if community.pk == community.town_id:
            return self.filter(town=community.town_id)
        return self.filter(town=community.town_id, home__in=community.tree.below(community))

    def to_greet(self) -> Self:
        """People who came in, and whom nobody has met yet."""
        return self.here().filter(greeted_at=None)

    def here(self) -> Self:
        return self.filter(state__in=[Member.State.ACTIVE, Member.State.PAUSED])

    def waiting(self) -> Self:
        """People who did not prove their address yet."""
        return self.filter(state=Member.State.WAITING)


class Member(models.Model):
    """One person in one town. Has an account only when they sign in themselves."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Not active yet")
        ACTIVE = "active", _("Active")
        PAUSED = "paused", _("On a break")
        LEFT = "left", _("Left")

    class Channel(models.TextChoices):
        MAIL = "mail", _("By mail")
        TEXT = "text", _("By text message")
        PHONE = "phone", _("Call me")
        PAPER = "paper", _("By post")
        SITE = "site", _("Only on the site")

    class Rhythm(models.TextChoices):
        AT_ONCE = "at_once", _("At once")
        DAILY = "daily", _("Once a day")
        NEVER = "never", _("Never")

    class Gone(models.TextChoices):
        DIED = "died", _("Died")
        MOVED = "moved", _("Moved away")

    class Reach(models.TextChoices):
        CORNER = "corner", _("Around the corner")
        WALK = "walk", _("Walking distance")
        BIKE = "bike", _("Cycling distance")
        FURTHER = "further", _("Further as well")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.SET_NULL, null=True, blank=True, related_name="+")
    address = models.CharField(
        max_length=254, blank=True, help_text="While waiting: mail or phone, not proved yet."
    )
    name = models.CharField(max_length=40, help_text="As shown; a first name is enough.")
    home = models.ForeignKey(Community, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    greeted_at = models.DateTimeField(null=True, blank=True)
    greeted_by = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    cell_row = models.IntegerField(null=True, blank=True)
    cell_column = models.IntegerField(null=True, blank=True)

    about = models.TextField(max_length=600, blank=True)
    photo = models.ForeignKey(Picture, models.SET_NULL, null=True, blank=True, related_name="+")
    available = models.PositiveIntegerField(default=0, help_text="21 bits, see plein.lib.week.")
    how_far = models.CharField(max_length=10, choices=Reach.choices, default=Reach.BIKE)
    languages = models.JSONField(default=list, blank=True)
    channel = models.CharField(max_length=10, choices=Channel.choices, default=Channel.MAIL)
    rhythm = models.CharField(max_length=10, choices=Rhythm.choices, default=Rhythm.AT_ONCE)
    language = models.CharField(max_length=5, default="nl")
    formal = models.BooleanField(null=True, blank=True, help_text="u; empty: as the place does")
    letters = models.CharField(max_length=10, blank=True)
    contrast = models.CharField(max_length=10, blank=True)
    paused_until = models.DateField(null=True, blank=True)
    gone_at = models.DateTimeField(null=True, blank=True)
    gone_because = models.CharField(max_length=5, choices=Gone.choices, blank=True)
    pledged_at = models.DateTimeField(
        null=True, blank=True, help_text="Promised to keep what people tell to themselves."
    )
    trained_on = models.DateField(null=True, blank=True, help_text="The safety training.")
    trained_by = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = MemberQuerySet.as_manager()

    # Filled by `people.member_of` for the member of a request; others ask `rights.held_by`.
    held: "list[Any] | None" = None

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "account", name="member_once_in_town"),
        ]
        indexes: ClassVar = [models.Index("town", "greeted_at", name="member_to_greet")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_greeted(self) -> bool:
        """A connector, host or organisation has met this person (TRUST-7)."""
        return self.greeted_at is not None and self.is_here

    @property
    def is_bound(self) -> bool:
        """Promised to keep secrets, and followed the safety training: then a role counts."""
        return self.pledged_at is not None and self.trained_on is not None

    @property
    def tongue(self) -> str:
        """Activate this to write to a member: their language, with je or u."""
        if self.formal is not None or self.language != DUTCH:
            return tongue(self.language, formal=bool(self.formal))
        from plein.foundation.communities import tree

        return tongue(self.language, formal=tree.known(self.town_id).speaks_formally(self.home_id))

    @property
    def is_here(self) -> bool:
        return self.state in (self.State.ACTIVE, self.State.PAUSED)

    @property
    def phone(self) -> str:
        """The number to call: of the account, or as said on the phone by who has none."""
        if self.account:
            return self.account.phone or ""
        return "" if "@" in self.address else self.address

    @property
    def cell(self) -> Cell | None:
        if self.cell_row is None or self.cell_column is None:
            return None
        return Cell(self.cell_row, self.cell_column)


class RoleName(models.TextChoices):
    VOLUNTEER = "volunteer", _("Volunteer")
    PROFESSIONAL = "professional", _("Professional")
    HOST = "host", _("Host of a matchpoint")
    CONNECTOR = "connector", _("Connector")
    EDITOR = "editor", _("Editor of pages and news")
    MANAGER = "manager", _("Community manager")
    OWNER = "owner", _("Owner")


BOUND = (RoleName.HOST, RoleName.CONNECTOR)
"""These learn who asks what: they count after the promise and the safety training."""


class RoleQuerySet(models.QuerySet["Role"]):
    def counting(self) -> Self:
        """That did not end, and for which nothing is waited any more."""
        unbound = Q(member__pledged_at=None) | Q(member__trained_on=None)
        waiting = Q(role__in=BOUND) & unbound
        return self.exclude(until__lt=timezone.localdate()).exclude(waiting)


class Role(models.Model):
    """What a member may do in a community and everything below it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.CASCADE, related_name="roles")
    community = models.ForeignKey(Community, models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, choices=RoleName.choices)
    subject = models.CharField(
        max_length=40, blank=True, help_text="Key of a theme or target group; empty: all."
    )
    given_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    given_at = models.DateTimeField(default=timezone.now, editable=False)
    until = models.DateField(null=True, blank=True)

    objects = RoleQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                "town", "member", "community", "role", "subject", name="role_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.subject}".strip()


class Block(models.Model):
    """Two people who do not meet here any more. Works both ways, without a signal (H4)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    blocker = models.ForeignKey(Member, models.CASCADE, related_name="+")
    blocked = models.ForeignKey(Member, models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "blocker", "blocked", name="block_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class ContentQuerySet(models.QuerySet[Any]):
    """Sets of content; every list starts with `in_community`."""

    def in_community(self, community: Community) -> Self:
        """What may stand on this community's pages, by the reach its owner chose."""
        tree = community.tree
        shown = Q(community=community.pk)
        if community.takes_up and (below := tree.below(community) - {community.pk}):
            shown |= Q(community__in=below, reach__in=[Content.Reach.UP, Content.Reach.ALL])
        if community.takes_down and (above := tree.above(community)):
            shown |= Q(community__in=above, reach=Content.Reach.ALL)
        return self.filter(shown, town=community.town_id)

    def not_hidden(self) -> Self:
        return self.filter(hidden_at=None)


class Content(models.Model):
    """What every row that people read has: where it stands, how far it goes, who may see it."""

    class Reach(models.TextChoices):
        HERE = "here", _("Only here")
        UP = "up", _("Here and in the town around it")
        ALL = "all", _("Everywhere in the town")

    class Audience(models.TextChoices):
        MEMBERS = "members", _("People we have met")
        PUBLIC = "public", _("Everybody")

    class Door(models.TextChoices):
        SCREEN = "screen", _("On a screen")
        MATCHPOINT = "matchpoint", _("At a matchpoint")
        VISIT = "visit", _("Through a professional")
        PHONE = "phone", _("By phone")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    community = models.ForeignKey(Community, models.PROTECT, related_name="+")
    code = models.CharField(max_length=8, default=short_code, editable=False)
    reach = models.CharField(max_length=5, choices=Reach.choices, default=Reach.UP)
    audience = models.CharField(max_length=8, choices=Audience.choices, default=Audience.PUBLIC)
    door = models.CharField(max_length=12, choices=Door.choices, default=Door.SCREEN)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    hidden_at = models.DateTimeField(null=True, blank=True)

    objects = ContentQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.UniqueConstraint(
                "town", "code", name="%(app_label)s_%(class)s_code_once_in_town"
            ),
        ]

    town_id: UUID
    community_id: UUID

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._state.adding:
            self.code = unused(self.code, self._is_taken)
        super().save(*args, **kwargs)

    def _is_taken(self, code: str) -> bool:
        return type(self)._base_manager.filter(town=self.town_id, code=code).exists()
