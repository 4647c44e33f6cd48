"""A manager gives the town its map on the site: one page, one file at a time."""

from django.core.files.uploadedfile import SimpleUploadedFile

from plein.foundation.communities import tree
from plein.foundation.communities.actions import mapping
from plein.foundation.communities.models import RoleName
from plein.foundation.communities.tests.making_maps import geojson, square
from plein.foundation.places.models import Postcode
from plein.foundation.places.reading_postcodes import Lies
from plein.testing.cast import give, make_member

PAGE = "/instellingen/kaart/"
WIJKEN = geojson(square(4.77, "Molenwijk"), square(4.79, "Centrum"))


def send(client, data):
    data = data if isinstance(data, bytes) else data.encode()
    answer = client.post(PAGE, {"file": SimpleUploadedFile("bestand", data)})
    return answer.status_code, answer.content.decode()


def test_a_manager_loads_outlines_and_postcodes(as_member, mila, molenwijk):
    client = as_member(mila)
    assert "nog geen omtrek: Centrum, Molenwijk." in client.get(PAGE).content.decode()
    status, page = send(client, WIJKEN)
    assert status == 200
    assert "2 omtrekken zijn nieuw." in page
    assert "Elke wijk heeft een omtrek." in page
    _status, page = send(client, "postcode;lat;lon\n4291AA;51,81;4,78\n42;51,8;4,8")
    assert "Postcodes: 1 nieuw" in page
    assert "Rij 3: “42” is geen postcode." in page
    assert tree.of(molenwijk.town_id).all[molenwijk.pk].area
    assert (
        "heeft de kaart van Waterdrecht vernieuwd"
        in client.get("/instellingen/logboek/").content.decode()
    )


def test_what_is_wrong_stands_beside_the_field(as_member, mila, molenwijk, settings):
    client = as_member(mila)
    for data, why in (
        ("postcode;lat;lon\n4291AA;51,81;4,78", "Lees eerst de omtrekken in."),
        ("{}", "geen GeoJSON-bestand"),
        ("naam;plaats\nKoor;Dijk", "We zoeken de koppen"),
        ("", "leeg"),
        (b"4" * 3_000_001, "te groot"),
    ):
        status, page = send(client, data)
        assert status == 422
        assert why in page
    assert not Postcode.objects.exists()


def test_a_manager_moves_no_postcodes_of_another_town(as_member, mila, molenwijk, elders):
    mapping.place_postcodes(elders, [Lies("9999AA", 53.0, 6.5)], by=None)
    client = as_member(mila)
    send(client, WIJKEN)
    rows = ["9999AA;51.81;4.78;", "9999AB;53.0;6.5;", "9999AC;;;Zee", "4291AA;51.81;4.78;"]
    _status, page = send(client, "\n".join(["postcode;lat;lon;wijk", *rows]))
    assert "3 postcodes liggen niet in Waterdrecht." in page
    assert Postcode.objects.get(code="9999AA").point == (53.0, 6.5)
    assert set(Postcode.objects.values_list("code", flat=True)) == {"9999AA", "4291AA"}


def test_only_a_manager_of_the_town(client, as_member, noor, joost, fatima, molenwijk):
    assert client.get(PAGE).status_code == 302
    for other in (noor, fatima, joost):
        assert as_member(other).get(PAGE).status_code in (302, 403, 404)
    of_wijk = give(make_member("Wout", molenwijk), RoleName.MANAGER, molenwijk)
    assert as_member(of_wijk, host=molenwijk.host).get(PAGE).status_code == 404
    more = as_member(of_wijk, host=molenwijk.host).get("/instellingen/meer/").content.decode()
    assert PAGE not in more
    assert not [words for words in ("Thema's", "Thema&#x27;s", "Doelgroepen") if words in more]
