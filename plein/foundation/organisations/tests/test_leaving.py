"""Who leaves takes along what every app of the foundation kept about them."""

from plein.foundation.communities import actions
from plein.foundation.organisations.models import Editor, Organisation
from plein.foundation.taxonomy.models import MemberTheme, Theme


def test_every_app_forgets_its_part(noor, waterdrecht):
    theme = Theme.objects.filter(town=waterdrecht).first()
    MemberTheme.objects.create(town=waterdrecht, member=noor, theme=theme, kind="interest")
    club = Organisation.objects.create(town=waterdrecht, community=waterdrecht, name="C", slug="c")
    Editor.objects.create(town=waterdrecht, organisation=club, member=noor)

    actions.leave(noor, by=noor)

    assert not MemberTheme.objects.filter(member=noor).exists()
    assert not Editor.objects.filter(member=noor).exists()
