"""Lists under a name, words that mean the same, and how somebody likes to see an overview."""

import json

import pytest
from django.urls import reverse

from plein.bridges.overviews.models import SavedList, Synonym
from plein.bridges.overviews.tests.listings_made import made
from plein.bridges.overviews.tests.making import indexed, make_ask, make_offer, titles
from plein.foundation.places.cells import cell_of
from plein.foundation.places.models import Area, Postcode
from plein.foundation.taxonomy.actions import hide_entry
from plein.foundation.taxonomy.models import Theme

SQUARE = {"type": "Polygon", "coordinates": [[[4.8, 51.8], [4.9, 51.8], [4.9, 51.9], [4.8, 51.8]]]}


def place(wijk, lat, lon):
    area = Area.objects.create(code=wijk.slug, name=wijk.name, outline=SQUARE, lat=lat, lon=lon)
    type(wijk).objects.filter(pk=wijk.pk).update(area=area)
    from plein.foundation.communities import tree

    tree.changed(wijk.town_id)


@pytest.fixture
def mapped(molenwijk, centrum):
    place(molenwijk, 51.80, 4.80)
    place(centrum, 51.83, 4.85)


class TestKeptLists:
    def keep(self, client, query="thema=tuin", name="Tuin"):
        return client.post(
            f"/bewaard/?blok=showcase&vraag={query.replace('=', '%3D')}", {"name": name}
        )

    def test_a_connector_keeps_a_list_at_an_address_that_stays(self, as_member, fatima):
        assert self.keep(as_member(fatima)).status_code == 302

        kept = SavedList.objects.get()
        answer = as_member().get(f"/bewaard/{kept.code}/")
        assert answer["Location"] == "/etalage/?thema=tuin"

    def test_the_same_choices_are_one_list(self, as_member, fatima):
        self.keep(as_member(fatima))
        code = SavedList.objects.get().code
        self.keep(as_member(fatima), name="Groen")

        kept = SavedList.objects.get()
        assert (kept.name, kept.code) == ("Groen", code)

    def test_odd_choices_are_not_kept(self, as_member, fatima):
        self.keep(as_member(fatima), query="thema=bestaat-niet&x=<script>")

        assert SavedList.objects.get().query == ""

    def test_its_file_always_has_what_fits_now(self, as_member, fatima, waterdrecht):
        self.keep(as_member(fatima))
        code = SavedList.objects.get().code
        made(waterdrecht, "Moestuin", "showcase", theme="tuin")
        made(waterdrecht, "Koor", "showcase")

        feed = json.loads(as_member().get(f"/bewaard/{code}/overzicht.json").content)
        assert [item["title"] for item in feed["items"]] == ["Moestuin"]

    def test_what_nobody_can_choose_any_more_stays_what_it_was(
        self, as_member, fatima, mila, waterdrecht
    ):
        self.keep(as_member(fatima))
        code = SavedList.objects.get().code
        made(waterdrecht, "Moestuin", "showcase", theme="tuin")
        made(waterdrecht, "Koor", "showcase")

        hide_entry(Theme.objects.get(town=waterdrecht, key="tuin"), by=mila)

        feed = json.loads(as_member().get(f"/bewaard/{code}/overzicht.json").content)
        assert [item["title"] for item in feed["items"]] == ["Moestuin"]
        page = as_member().get(f"/bewaard/{code}/", follow=True).content.decode()
        assert "Moestuin" in page
        assert "Koor" not in page

    def test_what_is_not_there_any_more_makes_it_not_everything(
        self, as_member, fatima, waterdrecht
    ):
        self.keep(as_member(fatima))
        made(waterdrecht, "Koor", "showcase")
        SavedList.objects.update(query="wijk=oude-naam")
        code = SavedList.objects.get().code

        assert as_member().get(f"/bewaard/{code}/overzicht.json").status_code == 404
        page = as_member().get(f"/bewaard/{code}/", follow=True).content.decode()
        assert "is hier niet meer" in page

    def test_it_can_be_taken_away(self, as_member, fatima):
        self.keep(as_member(fatima))
        kept = SavedList.objects.get()

        as_member(fatima).post(f"/bewaard/{kept.code}/weg/")

        assert as_member().get(f"/bewaard/{kept.code}/").status_code == 404

    @pytest.mark.parametrize("who", ["guest", "noor", "nadia"])
    def test_others_keep_nothing(self, as_member, request, waterdrecht, who):
        client = as_member(None if who == "guest" else request.getfixturevalue(who))

        assert self.keep(client).status_code == (302 if who == "guest" else 404)
        assert not SavedList.objects.exists()

    def test_the_page_shows_what_is_kept(self, as_member, fatima):
        self.keep(as_member(fatima))

        text = as_member(fatima).get("/bewaard/").content.decode()
        assert "Tuin" in text
        assert ".ics" not in text, "only the agenda has days"
        as_member(fatima).post("/bewaard/?blok=agenda&vraag=", {"name": "Alles"})
        assert ".ics" in as_member(fatima).get("/bewaard/").content.decode()
        assert as_member(fatima).get("/bewaard/?blok=agenda&vraag=").status_code == 200


class TestWords:
    def test_a_manager_says_which_words_mean_the_same(self, as_member, mila):
        client = as_member(mila)

        client.post("/zoekwoorden/", {"words": "Noaberschap,  burenhulp , noaberschap"})

        assert Synonym.objects.get().words == "noaberschap, burenhulp"
        assert "noaberschap, burenhulp" in client.get("/zoekwoorden/").content.decode()

    def test_there_is_a_way_in_and_a_way_back(self, as_member, mila):
        client, more = as_member(mila), reverse("communities:settings-more")

        assert f'href="{more}"' in client.get("/zoekwoorden/").content.decode()
        assert 'href="/zoekwoorden/"' in client.get(more).content.decode()

    @pytest.mark.parametrize("words", ["", "een", ",,", "een, een"])
    def test_one_word_is_not_enough(self, as_member, mila, words):
        assert as_member(mila).post("/zoekwoorden/", {"words": words}).status_code == 422

    def test_it_can_be_taken_back(self, as_member, mila):
        Synonym.objects.create(town=mila.town, words="a, b")

        as_member(mila).post("/zoekwoorden/weg/", {"words": "a, b"})

        assert not Synonym.objects.exists()

    @pytest.mark.parametrize("who", ["guest", "noor", "fatima"])
    def test_others_do_not(self, as_member, request, waterdrecht, who):
        client = as_member(None if who == "guest" else request.getfixturevalue(who))

        answer = client.post("/zoekwoorden/", {"words": "a, b"})

        assert answer.status_code == (302 if who == "guest" else 404)
        assert not Synonym.objects.exists()


class TestViews:
    def test_photos_unless_somebody_chose_otherwise(self, as_member, noor):
        indexed(make_offer(noor))
        client = as_member()

        assert client.get("/prikbord/").context["shown_as"] == "fotos"
        client.get("/prikbord/?weergave=lijst")
        assert client.get("/agenda/").context["shown_as"] == "lijst"

    def test_looking_makes_no_cookie(self, as_member, noor):
        assert "plein_view" not in as_member().get("/prikbord/").cookies
        assert "plein_view" not in as_member().get("/prikbord/?weergave=x").cookies

    def test_all_views_show_the_same(self, as_member, waterdrecht, mapped):
        for number in range(5):
            made(waterdrecht, f"Koor {number}", point=(51.8, 4.8))
        found = {
            view: titles(as_member().get(f"/organisaties/?weergave={view}"))
            for view in ("fotos", "kaart", "lijst")
        }

        assert found["fotos"] == found["kaart"] == found["lijst"]
        assert len(found["fotos"]) == 5

    def test_a_map_has_pins_outlines_and_counts(self, as_member, molenwijk, mapped):
        made(molenwijk, "Koor", point=(51.81, 4.81), url="/koor/")

        shown = as_member().get("/organisaties/?weergave=kaart").context["places"]

        assert shown["pins"] == [[51.81, 4.81, "Koor", "/koor/"]]
        counts = {o["properties"]["name"]: o["properties"]["count"] for o in shown["outlines"]}
        assert counts == {"Centrum": 0, "Molenwijk": 1}

    def test_the_map_begins_at_what_was_chosen(self, as_member, molenwijk, mapped):
        made(molenwijk, "Koor", point=(51.81, 4.81))

        def shown(query):
            answer = as_member().get(f"/organisaties/?weergave=kaart{query}")
            assert "wijk=molenwijk" in answer.content.decode(), "also without the map"
            return answer.context["places"]["focus"]

        assert shown("") is None
        assert shown("&wijk=molenwijk") == SQUARE
        lat, lon = cell_of(51.80, 4.80).middle
        assert shown("&bij=molenwijk") == {"type": "Point", "coordinates": [lon, lat]}

    @pytest.mark.parametrize("who", ["guest", "bram", "fatima"])
    def test_a_neighbour_has_no_pin(self, as_member, request, noor, mapped, who):
        indexed(make_ask(noor), make_offer(noor))
        client = as_member(None if who == "guest" else request.getfixturevalue(who))

        assert client.get("/prikbord/?weergave=kaart").context["places"]["pins"] == []

    def test_scripts_of_the_map_come_with_the_map_only(self, as_member, noor):
        indexed(make_offer(noor))

        assert "leaflet" not in as_member().get("/prikbord/").content.decode()
        assert "leaflet" in as_member().get("/prikbord/?weergave=kaart").content.decode()

    def test_only_the_map_may_have_pictures_from_elsewhere(self, as_member, noor, settings):
        settings.MAP_TILES = "https://kaart.example/{z}/{x}/{y}.png"
        indexed(make_offer(noor))

        policy = as_member().get("/prikbord/?weergave=kaart")["Content-Security-Policy"]
        assert "https://kaart.example" in policy
        assert (
            "kaart.example"
            not in as_member().get("/agenda/?weergave=lijst")["Content-Security-Policy"]
        )

    def test_without_tiles_the_map_still_has_its_pins(self, as_member, waterdrecht, settings):
        settings.MAP_TILES = ""
        made(waterdrecht, "Koor", point=(51.8, 4.8))

        answer = as_member().get("/organisaties/?weergave=kaart")
        assert len(answer.context["places"]["pins"]) == 1
        assert "https:" not in answer["Content-Security-Policy"]


class TestNearBy:
    @pytest.fixture
    def around(self, molenwijk, centrum, waterdrecht, mapped):
        Postcode.objects.create(code="3361AB", lat=51.801, lon=4.801)
        made(centrum, "Ver", point=(51.86, 4.9))
        made(molenwijk, "Dichtbij", point=(51.802, 4.802))
        made(centrum, "Middel", point=(51.806, 4.809))

    @pytest.mark.parametrize("typed", ["molenwijk", "Molenwijk", "3361 ab", "3361AB"])
    def test_the_nearest_comes_first(self, as_member, around, typed):
        page = as_member().get("/organisaties/", {"bij": typed})

        assert titles(page) == ["Dichtbij", "Middel", "Ver"]
        assert "Om de hoek" in page.content.decode()
        assert "Verder weg" in page.content.decode()

    def test_of_neighbours_only_the_wijk_is_known(self, as_member, around, noor, fatima, bram):
        indexed(make_offer(fatima, title="Uit Centrum"), make_offer(noor, title="Uit Molenwijk"))

        page = as_member(bram).get("/prikbord/?bij=molenwijk&soort=aanbod")

        assert titles(page) == ["Uit Molenwijk", "Uit Centrum"]

    @pytest.mark.parametrize("typed", ["9999ZZ", "Atlantis", "\0", "x" * 99])
    def test_an_unknown_place_is_said(self, as_member, around, typed):
        text = as_member().get("/organisaties/", {"bij": typed}).content.decode()

        assert "Dichtbij" in text
        assert ("Die plek kennen we niet" in text) is bool(typed.strip("\0"))

    def test_it_goes_together_with_other_choices(self, as_member, around):
        page = as_member().get("/organisaties/?bij=molenwijk&wijk=centrum&zoek=ver")

        assert titles(page) == ["Ver"]
        assert ("Dicht bij Molenwijk", "?zoek=ver&wijk=centrum") in page.context["filters"].chosen()


class TestOrder:
    def test_what_nobody_confirmed_stands_last(self, as_member, waterdrecht):
        made(waterdrecht, "Aa onzeker", sinks=2)
        made(waterdrecht, "Zz bevestigd")
        made(waterdrecht, "Bb vaag", sinks=1)

        assert titles(as_member().get("/organisaties/")) == [
            "Zz bevestigd",
            "Bb vaag",
            "Aa onzeker",
        ]

    def test_also_when_searching(self, as_member, waterdrecht):
        made(waterdrecht, "Koor bevestigd")
        made(waterdrecht, "Koor onzeker", sinks=2)

        assert titles(as_member().get("/organisaties/?zoek=koor")) == [
            "Koor bevestigd",
            "Koor onzeker",
        ]


class TestCounts:
    def options(self, client, path, which):
        facets = client.get(path).context["facets"]
        return {each.value: each.count for each in getattr(facets, which)}

    def test_each_choice_says_how_much_it_finds(self, as_member, waterdrecht, molenwijk):
        made(molenwijk, "Koor", theme="tuin", cost="free", groups=("ouderen",), access=("lift",))
        made(waterdrecht, "Club", theme="tuin", cost="paid", groups=("ouderen", "jongeren"))
        client = as_member()

        assert self.options(client, "/organisaties/", "themes") == {"tuin": "2"}
        assert self.options(client, "/organisaties/", "groups") == {"jongeren": "1", "ouderen": "2"}
        assert self.options(client, "/organisaties/", "areas") == {"molenwijk": "1"}
        assert self.options(client, "/organisaties/", "access") == {"lift": "1"}
        assert self.options(client, "/organisaties/?kosten=gratis", "themes") == {"tuin": "1"}

    def test_beside_a_choice_stand_the_counts_of_the_others(self, as_member, waterdrecht):
        made(waterdrecht, "Koor", theme="tuin")
        made(waterdrecht, "Club", theme="klussen")

        found = self.options(as_member(), "/organisaties/?thema=tuin", "themes")

        assert found == {"tuin": "1", "klussen": "1"}

    @pytest.mark.parametrize("who", ["guest", "nadia", "bram", "fatima"])
    def test_of_a_private_ask_only_theme_wijk_and_time_are_counted(
        self, as_member, request, noor, who
    ):
        indexed(make_ask(noor))
        client = as_member(None if who == "guest" else request.getfixturevalue(who))
        facets = client.get("/prikbord/").context["facets"]

        assert facets.themes
        assert not [*facets.groups, *facets.costs, *facets.access, *facets.languages]

    def test_everything_says_in_which_house(self, as_member, waterdrecht, noor):
        made(waterdrecht, "Koor", "directory")
        made(waterdrecht, "Koor nieuws", "about")

        text = as_member().get("/zoeken/?zoek=koor").content.decode()

        assert "Organisaties (1)" in text
        assert titles(as_member().get("/zoeken/?zoek=koor&blok=about")) == ["Koor nieuws"]
