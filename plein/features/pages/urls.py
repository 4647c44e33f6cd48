from django.urls import path

from plein.features.pages.views import about, notes, photos, questions, reading, writing

app_name = "pages"

urlpatterns = [
    path("", about.about, name="about"),
    path("hoe-het-werkt/", about.how, name="how"),
    path("redactie/", writing.desk, name="desk"),
    path("schrijven/", writing.write, name="write"),
    path("berichtjes/", notes.notes, name="notes"),
    path("berichtjes/nieuw/", notes.new_note, name="new-note"),
    path("berichtjes/<code:code>/", notes.note, name="note"),
    path("berichtjes/<code:code>/reactie/", notes.react, name="react"),
    path("berichtjes/<code:code>/plaatsen/", notes.let_in, name="let-in"),
    path("berichtjes/<code:code>/weg/", notes.take_note, name="take-note"),
    path("wie-weet-het/", questions.questions, name="questions"),
    path("wie-weet-het/vragen/", questions.ask, name="ask"),
    path("wie-weet-het/<code:code>/", questions.question, name="question"),
    path("wie-weet-het/<code:code>/antwoord/", questions.answer, name="answer"),
    path("wie-weet-het/<code:code>/weg/", questions.take_question, name="take-question"),
    path("wie-weet-het/<code:code>/<uuid:key>/hielp/", questions.helped, name="helped"),
    path("wie-weet-het/<code:code>/<uuid:key>/weg/", questions.take_answer, name="take-answer"),
    path("<address:address>/", reading.page, name="page"),
    path("<address:address>/wijzigen/", writing.edit, name="edit"),
    path("<address:address>/fotos/", photos.photos, name="photos"),
    path("<address:address>/publiceren/", writing.publish, name="publish"),
    path("<address:address>/terugtrekken/", writing.withdraw, name="withdraw"),
    path("<address:address>/eerder/", writing.versions, name="versions"),
    path("<address:address>/eerder/<int:number>/", writing.version, name="version"),
]
