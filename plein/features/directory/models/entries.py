"""What the social map knows of an organisation, and how sure it is of that."""

from datetime import datetime
from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.features.directory.hours import Opening, Pause
from plein.features.directory.models.photos import MorePhoto, Pictured
from plein.features.directory.trust import Trust, judge
from plein.foundation.communities.models import Community, Member
from plein.foundation.media.models import Picture
from plein.foundation.organisations.models import Organisation
from plein.foundation.taxonomy.models import TargetGroup, Theme
from plein.lib.keys import uuid7


class Cost(models.TextChoices):
    FREE = "free", _("Free")
    PAID = "paid", _("It costs something")


class Referral(models.TextChoices):
    NO = "no", _("You can simply come")
    APPOINTMENT = "appointment", _("Make an appointment first")
    YES = "yes", _("You need a referral")


class Vital(models.TextChoices):
    """Who needs these cannot wait: a steward checks them four times a year."""

    FOOD = "food", _("Food")
    CRISIS = "crisis", _("Crisis and danger")
    DOCTOR = "doctor", _("Doctor")
    SHELTER = "shelter", _("Shelter")


class EntryQuerySet(models.QuerySet["Entry"]):
    def in_town(self, town_id: object) -> Self:
        return self.filter(town=town_id)

    def shown(self) -> Self:
        """On the map: admitted, not hidden by a steward, and not merged into another."""
        return self.filter(organisation__hidden_at=None, organisation__merged_into=None).exclude(
            organisation__admitted_at=None
        )

    def complete(self) -> Self:
        """With all that a page or listing asks: a few queries, however many entries."""
        return self.select_related(
            "organisation__community", "area", "picture", "confirmed_by"
        ).prefetch_related(
            "locations",
            Prefetch("services", Service.objects.select_related("theme")),
            Prefetch("themes", EntryTheme.objects.select_related("theme")),
            Prefetch("groups", EntryGroup.objects.select_related("group")),
            Prefetch("more_photos", EntryPhoto.objects.select_related("picture")),
        )

    def with_reach(self, community: Community) -> Self:
        """Whether each stands within reach of a site, as `in_reach`."""
        there = Organisation.objects.in_community(community).filter(pk=OuterRef("organisation"))
        return self.annotate(in_reach=Exists(there))

    def stale_first(self, wrong: Q) -> Self:
        """Vital ones, then where something is wrong, then never confirmed, then longest ago."""
        sound = models.Case(models.When(wrong, then=0), default=1)
        vital = models.Case(models.When(vital="", then=1), default=0)
        since = models.Case(models.When(vital="", then=F("confirmed_at")), default=F("checked_at"))
        return self.order_by(vital, sound, since.asc(nulls_first=True), "pk")


class Entry(Pictured, models.Model):
    """One organisation on the social map. Its name, line and number stand on the organisation."""

    class ConfirmedAs(models.TextChoices):
        ORGANISATION = "organisation", _("the organisation")
        STEWARD = "steward", _("a steward of this map")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    about = models.TextField(max_length=3000, blank=True)
    phone = models.CharField(max_length=20, blank=True, help_text="A function's number.")
    phones = models.JSONField(
        default=list, blank=True, help_text="More of them: [[what it is for, number], …]."
    )
    mail = models.EmailField(max_length=254, blank=True, help_text="A function's address.")
    website = models.URLField(max_length=200, blank=True)
    area = models.ForeignKey(
        Community, models.SET_NULL, null=True, related_name="+", help_text="Wijk of its places."
    )
    area_words = models.CharField(max_length=120, blank=True, help_text="For whom it works, where.")
    cost = models.CharField(max_length=4, choices=Cost.choices, blank=True)
    cost_words = models.CharField(max_length=120, blank=True)
    referral = models.CharField(max_length=12, choices=Referral.choices, blank=True)
    referral_words = models.CharField(max_length=120, blank=True)
    waiting_words = models.CharField(max_length=80, blank=True)
    languages = models.JSONField(default=list, blank=True)
    access = models.JSONField(default=list, blank=True)
    desk_phone = models.CharField(max_length=20, blank=True, help_text="Professionals only.")
    desk_note = models.CharField(max_length=400, blank=True, help_text="Professionals only.")
    vital = models.CharField(max_length=8, choices=Vital.choices, blank=True)
    steward = models.ForeignKey(
        Member, models.SET_NULL, null=True, related_name="+", help_text="Looks after a vital one."
    )
    picture = models.ForeignKey(Picture, models.SET_NULL, null=True, blank=True, related_name="+")

    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_as = models.CharField(max_length=12, choices=ConfirmedAs.choices, blank=True)
    confirmed_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    checked_at = models.DateTimeField(
        null=True, blank=True, help_text="By a steward; for a vital one only this counts."
    )
    asked_at = models.DateTimeField(null=True, blank=True, help_text="Mailed: is it still right?")
    asks = models.PositiveSmallIntegerField(default=0, help_text="Mails since it was confirmed.")
    rhythm = models.PositiveSmallIntegerField(default=12, help_text="Months between two checks.")
    call_again_on = models.DateField(null=True, blank=True, help_text="Not reached by phone.")
    hidden_why = models.CharField(max_length=200, blank=True)
    changed_at = models.DateTimeField(default=timezone.now)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = EntryQuerySet.as_manager()

    # Filled by `with_reach`.
    in_reach: bool

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "organisation", name="entry_once"),
            models.CheckConstraint(
                condition=Q(confirmed_at=None, confirmed_as="")
                | (Q(confirmed_at__isnull=False) & ~Q(confirmed_as="")),
                name="entry_confirmed_by_somebody",
            ),
        ]
        indexes: ClassVar = [models.Index("town", "confirmed_at", name="entry_by_confirmation")]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("directory:organisation", args=[self.organisation.slug])

    @property
    def trust(self) -> Trust:
        """How sure we are, now."""
        return judge(self.sure_since, timezone.now(), vital=bool(self.vital), rhythm=self.rhythm)

    @property
    def sure_since(self) -> datetime | None:
        """What people cannot do without is checked by somebody else than who says it."""
        return self.checked_at if self.vital else self.confirmed_at

    @property
    def stands_in(self) -> UUID:
        """The wijk of its places; else where it was let in."""
        return self.area_id or self.organisation.community_id

    @property
    def is_complete(self) -> bool:
        """Enough for a neighbour to go there: what it is, how to reach it, and where or when."""
        reach = self.phone or self.mail or self.website
        return bool(self.about and reach and list(self.locations.all()) and list(self.themes.all()))


class Location(models.Model):
    """A public place of an organisation, and when somebody is there."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="locations")
    order = models.PositiveSmallIntegerField(default=0)
    name = models.CharField(max_length=80, blank=True)
    street = models.CharField(max_length=120, blank=True, help_text="With its number.")
    postcode = models.CharField(max_length=6, blank=True)
    place = models.CharField(max_length=60, blank=True)
    wijk = models.SlugField(
        max_length=60, blank=True, help_text="The part somebody chose; else it is looked up."
    )
    lat = models.FloatField(null=True, blank=True, help_text="Degrees north, of a public place.")
    lon = models.FloatField(null=True, blank=True, help_text="Degrees east.")
    opening = models.JSONField(default=list, help_text="[[day, opens, closes], …] in minutes.")
    opening_words = models.CharField(max_length=160, blank=True)
    pauses = models.JSONField(default=list, help_text="[[first day, last day, why], …]")
    open_on_holidays = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["order", "id"]

    def __str__(self) -> str:
        return self.name or self.street

    @property
    def address(self) -> str:
        """On one line: Kerkstraat 4, 4291 AA Waterdrecht. A postcode is never broken in two."""
        code = f"{self.postcode[:4]}\N{NO-BREAK SPACE}{self.postcode[4:]}" if self.postcode else ""
        behind = " ".join(part for part in (code, self.place) if part)
        return ", ".join(part for part in (self.street, behind) if part)

    @property
    def point(self) -> tuple[float, float] | None:
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)

    @property
    def hours(self) -> list[Opening]:
        return [Opening(*row) for row in self.opening]

    @property
    def closed(self) -> list[Pause]:
        return [Pause.of(row) for row in self.pauses]


class Service(models.Model):
    """One thing somebody can go there for."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="services")
    order = models.PositiveSmallIntegerField(default=0)
    name = models.CharField(max_length=80)
    text = models.CharField(max_length=600, blank=True)
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, related_name="+")
    cost = models.CharField(max_length=4, choices=Cost.choices, blank=True)
    referral = models.CharField(max_length=12, choices=Referral.choices, blank=True)

    class Meta:
        ordering: ClassVar = ["order", "id"]

    def __str__(self) -> str:
        return self.name


class EntryPhoto(MorePhoto):
    """A photo of an organisation, behind the first one."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="more_photos")


class EntryTheme(models.Model):
    """What an organisation is about."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="themes")
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint("town", "entry", "theme", name="entry_theme_once"),
        ]

    def __str__(self) -> str:
        return str(self.theme)


class EntryGroup(models.Model):
    """For whom an organisation is."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="groups")
    group = models.ForeignKey(TargetGroup, models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint("town", "entry", "group", name="entry_group_once"),
        ]

    def __str__(self) -> str:
        return str(self.group)
