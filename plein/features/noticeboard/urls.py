from django.urls import path, register_converter

from plein.features.noticeboard.addresses import AddressConverter, CodeConverter
from plein.features.noticeboard.views import (
    agreeing,
    answering,
    asking,
    behalf_heard,
    calling,
    clock,
    life,
    mine,
    on_behalf,
    opening,
    posts,
    releasing,
)

register_converter(AddressConverter, "post_address")
register_converter(CodeConverter, "talk_code")

app_name = "noticeboard"

urlpatterns = [
    path("vragen/", asking.question, {"kind": "ask"}, name="ask"),
    path("vragen/plaatsen/", asking.publish, {"kind": "ask"}, name="ask-publish"),
    path("vragen/<slug:step>/", asking.question, {"kind": "ask"}, name="ask-step"),
    path("aanbieden/", asking.question, {"kind": "offer"}, name="offer"),
    path("aanbieden/plaatsen/", asking.publish, {"kind": "offer"}, name="offer-publish"),
    path("aanbieden/<slug:step>/", asking.question, {"kind": "offer"}, name="offer-step"),
    path("concept/<uuid:draft>/", asking.go_on, name="go-on"),
    path("mijn/", mine.mine, name="mine"),
    path("nog-nodig/<str:key>/", mine.still_needed, name="still-needed"),
    path("afspraak/<talk_code:code>/", agreeing.agreement, name="agreement"),
    path("afspraak/<talk_code:code>/geven/", releasing.release, name="release"),
    path("afspraak/<talk_code:code>/kaart/", agreeing.card, name="visit-card"),
    path("afspraak/<talk_code:code>/vertellen/", life.tell_concern, name="tell-concern"),
    path("hoe-ging-het/<str:key>/", life.follow_up, name="follow-up"),
    path("opvolgen/<uuid:key>/", life.follow_up_seen, name="follow-up-seen"),
    path("afscheid/<uuid:key>/", life.farewell, name="farewell"),
    path("zorg/<uuid:key>/", life.concern, name="concern"),
    path("afspraak/<talk_code:code>/laten-zien/", opening.mine, name="opening"),
    path("afspraak/<talk_code:code>/laten-zien/terug/", opening.take_back, name="take-back"),
    path("afspraak/<talk_code:code>/weer/", agreeing.again, name="again"),
    path("voor-client/", on_behalf.ask, name="on-behalf"),
    path("voor-client/controleer/", on_behalf.check, name="on-behalf-check"),
    path("voor-een-ander/", on_behalf.ask_for_somebody, name="for-somebody"),
    path("voor-een-ander/controleer/", on_behalf.check_for_somebody, name="for-somebody-check"),
    path("vragen-van/<uuid:client>/", behalf_heard.asks_of_client, name="asks-of-client"),
    path("ja-gehoord/<uuid:key>/", behalf_heard.voice, name="voice"),
    path("belofte/", clock.promise_kept, name="promise"),
    path("klok/", clock.clock, name="clock"),
    path("klok/regels/", clock.rules, name="clock-rules"),
    path("klok/<uuid:key>/weg/", clock.away, name="clock-away"),
    path("<post_address:address>/bellen/", calling.call, name="call"),
    path("<post_address:address>/niet-gelukt/", calling.unmet, name="unmet"),
    path("<post_address:address>/", posts.post, name="post"),
    path("<post_address:address>/klaar/", posts.published, name="published"),
    path("<post_address:address>/foto/", posts.photo, name="photo"),
    path("<post_address:address>/wijzigen/", posts.edit, name="edit"),
    path("<post_address:address>/wie-weet-het/", posts.known_to, name="known-to"),
    path("<post_address:address>/sluiten/", posts.close, name="close"),
    path("<post_address:address>/verlengen/", posts.renew, name="renew"),
    path("<post_address:address>/reageren/", answering.respond, name="respond"),
    path("<post_address:address>/terugtrekken/", answering.withdraw, name="withdraw"),
]
