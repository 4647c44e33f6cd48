"""The social map of Waterdrecht: six hundred organisations, in every state there is."""

from collections import Counter

from plein.demo.texts.map import load_kinds, load_named
from plein.features.directory import hours, queries, vital
from plein.features.directory.models import Claim, Contact, Entry, Invitation, Remark, Version
from plein.foundation.organisations.models import Organisation, Sector
from plein.foundation.taxonomy.models import TargetGroup, Theme


def test_six_hundred_with_names_that_come_once(filled):
    names = list(Organisation.objects.filter(town=filled.town).values_list("name", flat=True))

    assert len(names) == 600
    assert len(set(names)) == len(names)
    assert Entry.objects.in_town(filled.town.pk).shown().count() == len(names)


def test_every_sort_of_a_dutch_town_is_there(filled):
    sorts = Counter(Organisation.objects.filter(town=filled.town).values_list("sector", flat=True))

    assert set(Sector.values) - {"other"} <= set(sorts)
    assert min(sorts[sort] for sort in ("care", "welfare", "sport", "culture", "faith")) >= 12
    informal = Organisation.objects.filter(town=filled.town, informal=True).count()
    assert len(sorts) < informal < sum(sorts.values())


def test_confirmations_are_in_every_state(filled):
    tones = Counter(entry.trust.tone for entry in Entry.objects.in_town(filled.town.pk))

    assert tones["sure"] > tones["unsure"] > 0
    assert tones["fading"] > 0
    assert Entry.objects.in_town(filled.town.pk).filter(confirmed_at=None).exists()
    assert Entry.objects.in_town(filled.town.pk).exclude(vital="").count() >= 12


def test_stewards_have_something_to_do(filled):
    town = filled.town
    assert queries.to_call(Entry.objects.in_town(town.pk)).count() > 20
    assert Remark.objects.filter(town=town).exists()
    assert {"letter", "steward"} == set(
        Claim.objects.filter(town=town).values_list("way", flat=True)
    )
    assert len(list(vital.without_steward(town.pk))) == 1
    assert Contact.objects.filter(town=town, bounced_at__isnull=False).exists()
    opened = Invitation.objects.filter(town=town).exclude(opened_at=None)
    assert opened.filter(claimed_at=None).exists()
    assert opened.exclude(claimed_at=None).exists()


def test_each_entry_can_be_looked_back_at(filled):
    assert Version.objects.filter(town=filled.town).count() >= 600


def test_what_the_kinds_name_exists(filled):
    themes = set(Theme.objects.filter(town=filled.town).values_list("key", flat=True))
    groups = set(TargetGroup.objects.filter(town=filled.town).values_list("key", flat=True))
    for kind in load_kinds():
        assert set(kind.themes) <= themes, kind.names
        assert set(kind.groups) <= groups, kind.names
        for words in kind.hours:
            assert hours.read_week(words), words


def test_nothing_private_stands_on_the_map(filled):
    """No mobile numbers, only addresses of functions in a domain that does not exist."""
    entries = Entry.objects.in_town(filled.town.pk)
    assert not entries.filter(phone__startswith="06").exists()
    assert not entries.exclude(mail="").exclude(mail__endswith=".example").exists()
    assert not Contact.objects.exclude(mail__endswith=".example").exists()


def test_a_shelter_does_not_tell_where_it_is(filled):
    shelter = Entry.objects.get(town=filled.town, organisation__name="Vrouwenopvang Veilig Dak")
    place = shelter.locations.get()
    assert (place.street, place.point) == ("", None)


def test_named_in_every_wijk():
    assert {named.wijk for named in load_named()} >= {"centrum", "molenwijk", "de-akkers"}
