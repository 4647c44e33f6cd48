"""How a stranger from another town could try to open what is on this map."""

from plein.features.directory import keys
from plein.features.directory.actions import lists
from plein.features.directory.models import Campaign, Claim, Export, ImportRow, Invitation
from plein.features.directory.tests.making import make_contact, make_entry


def _entry(cast):
    return make_entry(cast.waterdrecht)


def _slug(cast):
    return {"slug": _entry(cast).organisation.slug}


def _number(cast):
    return _slug(cast) | {"number": 0}


def _version(cast):
    entry = _entry(cast)
    return {"slug": entry.organisation.slug, "key": entry.versions.first().pk}


def _claim(cast):
    entry = _entry(cast)
    claims = Claim.objects.filter(town=entry.town, entry=entry, member=cast.noor)
    claim = claims.first() or Claim.objects.create(
        town=entry.town, entry=entry, member=cast.noor, way="mail", mail="noor@voedselbank.example"
    )
    return {"key": claim.pk}


def _proposed(cast):
    _claim(cast)
    return {"key": _entry(cast).pk}


def _claim_key(cast):
    return {"key": keys.write_key(keys.CLAIM, _claim(cast)["key"], "noor@voedselbank.example")}


def _contact(cast):
    entry = _entry(cast)
    return entry.contacts.first() or make_contact(entry)


def _confirm_key(cast):
    contact = _contact(cast)
    return {"key": keys.write_key(keys.CONFIRM, contact.pk, contact.mail)}


def _invite_key(cast):
    contact = _contact(cast)
    campaign, _made = Campaign.objects.get_or_create(town=cast.waterdrecht, name="Voorjaar")
    invitation, _made = Invitation.objects.get_or_create(
        town=cast.waterdrecht, campaign=campaign, entry=contact.entry, contact=contact
    )
    return {"key": keys.write_key(keys.INVITE, invitation.pk, contact.mail)}


def _campaign(cast):
    return {"key": Campaign.objects.get_or_create(town=cast.waterdrecht, name="Voorjaar")[0].pk}


def _import(cast):
    taken_in = lists.upload(
        cast.waterdrecht, b"naam;plaats\nA;B\n", name="l.csv", take_over=False, by=cast.mila
    )
    return {"key": taken_in.pk}


def _row(cast):
    key = _import(cast)["key"]
    row = ImportRow.objects.create(
        town=cast.waterdrecht, taken_in_id=key, number=2, outcome="perhaps"
    )
    return {"key": key, "row": row.pk}


def _two(cast):
    other = make_entry(cast.waterdrecht, "Tweede Kans", kvk="", phone="")
    return {"one": _entry(cast).pk, "other": other.pk}


def _export(cast):
    return {"key": Export.objects.create(town=cast.waterdrecht, by=cast.noor, path="x").pk}


FENCE = {
    **dict.fromkeys(
        (
            "directory:organisation",
            "directory:remark",
            "directory:confirm-here",
            "directory:edit",
            "directory:photos",
            "directory:contacts",
            "directory:versions",
            "directory:claim",
            "directory:code",
            "directory:call",
            "directory:show-again",
            "directory:steward",
            "directory:admit",
        ),
        _slug,
    ),
    "directory:proposed": _proposed,
    "directory:place": _number,
    "directory:service": _number,
    "directory:version": _version,
    "directory:confirm": _confirm_key,
    "directory:invited": _invite_key,
    "directory:claim-by-mail": _claim_key,
    "directory:decide": _claim,
    "directory:letter": _claim,
    "directory:import": _import,
    "directory:import-choose": _row,
    "directory:import-take-over": _import,
    "directory:export-xlsx": _export,
    "directory:merge": _two,
    "directory:campaign": _campaign,
}
