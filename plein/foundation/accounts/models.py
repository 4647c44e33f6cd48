"""Signing in, for the whole installation. Who somebody is in a town is a Member (communities)."""

from typing import ClassVar, Self

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac

from plein.lib.keys import uuid7


class AccountManager(BaseUserManager["Account"]):
    def at(self, address: str) -> models.QuerySet["Account"]:
        """The account with this mail address or phone number, as `addresses.clean` wrote it."""
        if "@" in address:
            return self.filter(email__iexact=address)
        return self.filter(phone=address)

    def create_at(self, address: str) -> "Account":
        return self.create_user(**{"email" if "@" in address else "phone": address})

    def create_user(
        self, *, email: str | None = None, phone: str | None = None, password: str | None = None
    ) -> "Account":
        account = self.model(email=email or None, phone=phone or None)
        account.set_password(password)
        account.save(using=self._db)
        return account

    def create_superuser(self, *, email: str, password: str | None = None) -> "Account":
        account = self.create_user(email=email, password=password)
        account.is_operator = True
        account.save(using=self._db, update_fields=["is_operator"])
        return account

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(email__iexact=username)


class Account(AbstractBaseUser):
    """A phone number or a mail address with which somebody signs in, and nothing else."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(null=True, blank=True)
    phone = models.CharField(max_length=16, null=True, blank=True, help_text="E.164, +31…")
    is_active = models.BooleanField(default=True)
    is_operator = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "id"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(Lower("email"), name="account_email_once"),
            models.UniqueConstraint("phone", name="account_phone_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def has_address(self, address: str) -> bool:
        return bool(address) and address in ((self.email or "").lower(), self.phone)

    def _get_session_auth_hash(self, secret: str | bytes | None = None) -> str:
        """Another password, mail address or phone number ends every other session (H10)."""
        return salted_hmac(
            "plein.accounts.session",
            f"{self.password} {self.email} {self.phone}",
            secret=secret,
            algorithm="sha256",
        ).hexdigest()

    # Django's admin asks these four; only an operator of the installation comes there.
    @property
    def is_staff(self) -> bool:
        return self.is_operator

    @property
    def is_superuser(self) -> bool:
        return self.is_operator

    def has_perm(self, perm: str, obj: object = None) -> bool:  # noqa: ARG002
        return self.is_active and self.is_operator

    def has_module_perms(self, app_label: str) -> bool:  # noqa: ARG002
        return self.is_active and self.is_operator


class CodeQuerySet(models.QuerySet["SignInCode"]):
    def usable(self) -> Self:
        return self.filter(used_at=None, expires_at__gt=timezone.now(), tries__lt=SignInCode.TRIES)

    def for_browser(self, digest: str, *, spoken: bool = True) -> Self:
        """Asked for in this browser, or read aloud by somebody of the place."""
        return self.filter(browser__in=["", digest] if spoken else [digest])

    def spoken(self) -> Self:
        """Read aloud: it works in any browser, so anybody can guess at it."""
        return self.filter(browser="")


class SignInCode(models.Model):
    """Six digits that prove a phone number or mail address, once, in one browser."""

    TRIES = 5

    class Way(models.TextChoices):
        MAIL = "mail"
        TEXT = "text"
        SPOKEN = "spoken"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town_id = models.UUIDField(help_text="Only opens this town: a connector elsewhere has no say.")
    address = models.CharField(max_length=254, db_index=True)
    way = models.CharField(max_length=10, choices=Way.choices)
    digest = models.CharField(max_length=64, help_text="HMAC of the code; the code is not kept.")
    browser = models.CharField(
        max_length=64, blank=True, help_text="Digest of the browser's key; empty: spoken aloud."
    )
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    objects = CodeQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.way} {self.made_at:%Y-%m-%d %H:%M}"


class HandOver(models.Model):
    """A sign-in carried from the town's host to another host of that town: once, for 60 seconds."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    digest = models.CharField(max_length=64, unique=True)
    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    host = models.CharField(max_length=253)
    browser = models.CharField(max_length=64)
    from_session = models.CharField(max_length=40, db_index=True)
    to_session = models.CharField(max_length=40, blank=True, db_index=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.host} {self.expires_at:%Y-%m-%d %H:%M}"


class Tally(models.Model):
    """How often somebody tried something in one stretch of time. See `limits.py`."""

    key = models.CharField(max_length=64, primary_key=True, help_text="Digest of who and what.")
    count = models.PositiveIntegerField(default=0)
    until = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.count} until {self.until:%Y-%m-%d %H:%M}"
