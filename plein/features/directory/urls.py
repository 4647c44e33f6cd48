"""Addresses under /organisaties/. The list itself is an overview. No name of an organisation can
be one of the fixed words: `organisations.actions.RESERVED`."""

from django.urls import path

from plein.features.directory.views import (
    by_mail,
    campaigns,
    claiming,
    keeping,
    lists,
    pages,
    photos,
    stewards,
)

app_name = "directory"

urlpatterns = [
    path("aanmelden/", claiming.propose, name="propose"),
    path("aanmelden/<uuid:key>/", claiming.proposed, name="proposed"),
    path("toelating/", claiming.admission, name="admission"),
    path("bevestigen/<str:key>/", by_mail.confirm, name="confirm"),
    path("uitnodiging/<str:key>/", by_mail.invited, name="invited"),
    path("claim/<str:key>/", claiming.claim_by_mail, name="claim-by-mail"),
    path("beheer/", stewards.desk, name="desk"),
    path("beheer/bellen/", stewards.phone_list, name="phone-list"),
    path("beheer/toelating/", stewards.rules, name="rules"),
    path("beheer/verzoek/<uuid:key>/", stewards.decide, name="decide"),
    path("beheer/verzoek/<uuid:key>/brief/", stewards.letter, name="letter"),
    path("beheer/lijsten/", lists.imports, name="imports"),
    path("beheer/lijsten/<uuid:key>/", lists.import_page, name="import"),
    path("beheer/lijsten/<uuid:key>/rij/<uuid:row>/", lists.choose, name="import-choose"),
    path("beheer/lijsten/<uuid:key>/overnemen/", lists.take_over, name="import-take-over"),
    path("beheer/mee/", lists.exports, name="exports"),
    path("beheer/mee/organisaties.csv", lists.export_csv, name="export-csv"),
    path("beheer/mee/<uuid:key>/", lists.export_xlsx, name="export-xlsx"),
    path("beheer/dubbel/", campaigns.doubles, name="doubles"),
    path("beheer/dubbel/<uuid:one>/<uuid:other>/", campaigns.merge, name="merge"),
    path("beheer/uitnodigen/", campaigns.campaigns, name="campaigns"),
    path("beheer/uitnodigen/<uuid:key>/", campaigns.campaign, name="campaign"),
    path("<slug:slug>/", pages.organisation, name="organisation"),
    path("<slug:slug>/klopt-niet/", pages.remark, name="remark"),
    path("<slug:slug>/klopt/", keeping.confirm, name="confirm-here"),
    path("<slug:slug>/wijzigen/", keeping.edit, name="edit"),
    path("<slug:slug>/plek/<int:number>/", keeping.place, name="place"),
    path("<slug:slug>/aanbod/<int:number>/", keeping.help_offered, name="service"),
    path("<slug:slug>/foto/", photos.photos, name="photos"),
    path("<slug:slug>/post/", keeping.contacts, name="contacts"),
    path("<slug:slug>/eerder/", keeping.versions, name="versions"),
    path("<slug:slug>/eerder/<uuid:key>/", keeping.version, name="version"),
    path("<slug:slug>/beheren/", claiming.claim, name="claim"),
    path("<slug:slug>/beheren/code/", claiming.code, name="code"),
    path("<slug:slug>/bellen/", stewards.call, name="call"),
    path("<slug:slug>/buurtverbinder/", stewards.steward, name="steward"),
    path("<slug:slug>/terug/", stewards.show_again, name="show-again"),
    path("<slug:slug>/toelaten/", stewards.admit, name="admit"),
]
