from django.urls import path, register_converter

from plein.features.pages.addresses import AddressConverter, CodeConverter
from plein.features.pages.views import about, notes, photos, questions, reading, writing

register_converter(AddressConverter, "page_address")
register_converter(CodeConverter, "page_code")

app_name = "pages"

urlpatterns = [
    path("", about.about, name="about"),
    path("hoe-het-werkt/", about.how, name="how"),
    path("redactie/", writing.desk, name="desk"),
    path("schrijven/", writing.write, name="write"),
    path("berichtjes/", notes.notes, name="notes"),
    path("berichtjes/nieuw/", notes.new_note, name="new-note"),
    path("berichtjes/<page_code:code>/", notes.note, name="note"),
    path("berichtjes/<page_code:code>/reactie/", notes.react, name="react"),
    path("berichtjes/<page_code:code>/plaatsen/", notes.let_in, name="let-in"),
    path("berichtjes/<page_code:code>/weg/", notes.take_note, name="take-note"),
    path("wie-weet-het/", questions.questions, name="questions"),
    path("wie-weet-het/vragen/", questions.ask, name="ask"),
    path("wie-weet-het/<page_code:code>/", questions.question, name="question"),
    path("wie-weet-het/<page_code:code>/antwoord/", questions.answer, name="answer"),
    path("wie-weet-het/<page_code:code>/weg/", questions.take_question, name="take-question"),
    path("wie-weet-het/<page_code:code>/<uuid:key>/hielp/", questions.helped, name="helped"),
    path(
        "wie-weet-het/<page_code:code>/<uuid:key>/weg/", questions.take_answer, name="take-answer"
    ),
    path("<page_address:address>/", reading.page, name="page"),
    path("<page_address:address>/wijzigen/", writing.edit, name="edit"),
    path("<page_address:address>/fotos/", photos.photos, name="photos"),
    path("<page_address:address>/publiceren/", writing.publish, name="publish"),
    path("<page_address:address>/terugtrekken/", writing.withdraw, name="withdraw"),
    path("<page_address:address>/eerder/", writing.versions, name="versions"),
    path("<page_address:address>/eerder/<int:number>/", writing.version, name="version"),
]
