"""What people read is fenced by town: the base class, the constraints and a test of each fence."""

from django.db.models import F, UniqueConstraint

from plein.foundation.communities.models import Community, Content
from tests.architecture.house import app_of, our_models, room

# Models with a community that nobody reads as content, each with the reason.
NOT_CONTENT = {
    "communities.Role": "a right, shown with the member",
    "taxonomy.Theme": "a list of the town",
    "taxonomy.TargetGroup": "a list of the town",
    "home.Front": "how a page is arranged",
    "home.Number": "a count of a place",
    "overviews.Row": "an index row that copies content",
    "overviews.SavedList": "a way to look at content; what it shows is content",
    "dayboard.MatterRow": "an index row that copies content",
    "telephone.CallBack": "only for who calls",
    "telephone.Tidings": "only for who calls",
    "telephone.Worry": "only for the people by name",
    "moderation.Report": "only for connectors",
    "moderation.Refusal": "only for connectors",
    "noticeboard.Draft": "only its author sees it",
    "noticeboard.AnswerRules": "how a place keeps its promise",
    "proofs.ProofRules": "what a place asks of who helps",
    "noticeboard.OnClock": "who of a place acts when nobody answers",
    "noticeboard.Concern": "only for the people by name who are called",
    "publications.Edition": "a file made of public content, checked again when it is fetched",
    "publications.Order": "somebody waits for a file",
    "publications.Standing": "a way to look at content; what it shows is content",
    "referrals.Referral": "only who gave it sees it",
    "referrals.ReferralRules": "how long a place keeps slips",
    "matchpoint.Matchpoint": "a table and a screen in a place",
}
# Unique in the whole installation, each with the reason.
UNIQUE_EVERYWHERE = {
    "communities.Community.host": "the internet knows one of each host",
    "communities.Community.next_host": "it becomes the host with the first visit",
    "publications.Order.key": "32 random signs in an address that nobody can guess",
    "accounts.Account.email": "an account signs in everywhere",
    "accounts.Account.phone": "an account signs in everywhere",
    "accounts.Account.username": "an account signs in everywhere",
}
WITHOUT_TOWN = ("accounts", "jobs", "audit", "outbox", "media", "places")


def field_names(model) -> set[str]:
    return {field.name for field in model._meta.fields}


def held_by(constraint: UniqueConstraint) -> set[str]:
    named = {part.name for part in constraint.expressions if isinstance(part, F)}
    return named | set(constraint.fields)


def in_a_town() -> list:
    return [model for model in our_models() if "town" in field_names(model)]


def content_models() -> list:
    return [model for model in our_models() if issubclass(model, Content)]


def labels(models) -> set[str]:
    return {model._meta.label for model in models}


def test_a_model_in_a_community_is_content():
    placed = [model for model in our_models() if "community" in field_names(model)]

    assert not labels(placed) - labels(content_models()) - set(NOT_CONTENT)
    assert len(content_models()) > 5


def test_content_is_opened_by_a_stranger_in_the_fence_test():
    """Else: write tests/fence.py, see tests/architecture/test_fences.py."""
    apps = {app_of(model.__module__) for model in content_models()}
    fences = {app: getattr(room(f"{app}.tests", "fence"), "FENCE", None) for app in apps}

    assert not [app for app, fence in fences.items() if not fence]


def test_content_says_its_town():
    towns = {m._meta.label: m._meta.get_field("town").related_model for m in content_models()}

    assert set(towns.values()) == {Community}, towns


def test_what_is_unique_is_unique_in_a_town():
    unique = [
        constraint
        for model in in_a_town()
        for constraint in model._meta.constraints
        if isinstance(constraint, UniqueConstraint)
    ]

    assert len(unique) > 30
    assert not [constraint.name for constraint in unique if "town" not in held_by(constraint)]


def test_nothing_is_unique_everywhere_without_a_reason():
    everywhere = {
        f"{model._meta.label}.{field.name}"
        for model in in_a_town()
        for field in model._meta.local_fields
        if field.unique and not field.primary_key
    }

    assert not everywhere - set(UNIQUE_EVERYWHERE)


def test_a_model_above_the_ground_says_its_town():
    above = [model for model in our_models() if model._meta.app_label not in WITHOUT_TOWN]

    assert not labels(above) - labels(in_a_town())
