"""The one maker of a believable town: Waterdrecht, which does not exist."""

from django.db import transaction

from plein.demo.activities import make_activities
from plein.demo.care import make_care
from plein.demo.clocks import make_clocks
from plein.demo.elders import make_elders
from plein.demo.index import fill_index
from plein.demo.maker import Maker
from plein.demo.matching import make_suggestions
from plein.demo.matchpoints import make_matchpoints
from plein.demo.notices import make_notifications, make_reports
from plein.demo.organisations import make_editors, make_organisations
from plein.demo.organisations_map import make_map
from plein.demo.pages import Tellers, make_notes, make_pages, make_questions
from plein.demo.parts import EDITED, give_roles, make_parts
from plein.demo.people import make_people
from plein.demo.photos import make_faces, make_pictures, make_portraits
from plein.demo.places import TOWN_HOST, Places, make_places
from plein.demo.posts import Writers, plan_posts, save_posts
from plein.demo.slips import make_slips
from plein.demo.talks import plan_talks
from plein.foundation.audit import record
from plein.foundation.communities.models import Community
from plein.lib.counting import count_rows


class TownIsThere(Exception):
    """There is a town on this host already: nothing is filled twice."""


@transaction.atomic
def fill(maker: Maker) -> Places:
    """Fill an empty database. History is written as history: nobody gets a mail of it."""
    if Community.objects.filter(host=TOWN_HOST).exists():
        raise TownIsThere
    maker.start("places")
    with maker.step("places with outlines and postcodes"):
        places = make_places(maker)
    with maker.step("pictures, drawn one by one"):
        portraits = make_portraits(maker, places.town)
        pictures = make_pictures(maker, places.town)
    with maker.step(f"{maker.people} people and their organisations"):
        organisations = make_organisations(maker, places)
        people = make_people(maker, places, portraits)
        members = [neighbour.member for neighbour in people]
        cast = make_parts(maker, places, organisations, portraits)
        editors = make_editors(maker, organisations, members)
        give_roles(maker, places, members)
    with maker.step("the social map: what every organisation does"):
        make_map(maker, places, organisations, members, pictures)
    with maker.step("asks, offers and conversations"):
        who = Writers(people, {each.name: each for each in organisations}, editors)
        made = plan_posts(maker, places, who, pictures)
        told = plan_talks(maker, places, made, members, cast)
        save_posts(maker, places, made)
        told.save()
        make_notifications(maker, places, told)
        make_reports(maker, places, [post for post, _text in made], members)
    with maker.step("clients of a professional, and what she asks for them"):
        welfare = next(each for each in organisations if each.slug == EDITED)
        colleague = next(each for each in members if each.greeted_at and each.account_id)
        make_care(maker, places, welfare, cast, colleague)
    with maker.step("two matchpoints, and who asked there"):
        make_matchpoints(maker, places, cast)
    with maker.step("pages, stories, notes and questions"):
        tellers = Tellers(cast["mila"], members, pictures, make_faces(maker, places.town))
        make_pages(maker, places, tellers)
        make_notes(maker, places, tellers)
        make_questions(maker, places, tellers)
    with maker.step("the agenda and the showcase, and who comes"):
        named = {each.name: each for each in organisations}
        make_activities(maker, places, named, editors, members, cast, pictures)
    with maker.step("Elders, the small town next door"):
        make_elders(maker, places, cast["joost"])
    with maker.step("the clock of every ask"):
        make_clocks(maker, places, cast)
    count_rows()
    record("demo.town.filled", on=places.town, people=maker.people, seed=maker.seed)
    with maker.step("the index of all that can be found"):
        fill_index(places)
        make_slips(maker, places, cast)
    with maker.step("suggestions, and why they fit"):
        make_suggestions(maker, places)
    count_rows()
    return places
