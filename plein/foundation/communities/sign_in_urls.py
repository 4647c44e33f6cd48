"""The entrance. It stands here because a town's face, host and members belong to it."""

from django.urls import path

from plein.foundation.communities.views import arriving, joining, sign_in

app_name = "accounts"

urlpatterns = [
    path("inloggen/", sign_in.sign_in, name="sign-in"),
    path("inloggen/code/", sign_in.code, name="code"),
    path("inloggen/code/opnieuw/", sign_in.send_again, name="send-again"),
    path("inloggen/wachtwoord/", sign_in.password, name="password"),
    path("inloggen/verder/", arriving.carry_on, name="carry-on"),
    path("binnen/", arriving.come_in, name="come-in"),
    path("uitloggen/", sign_in.sign_out, name="sign-out"),
    path("meedoen/", joining.join, name="join"),
    path("meedoen/jonger/", joining.younger, name="younger"),
    path("meedoen/bel-ons/", joining.gone_already, name="thought-gone"),
    path("meedoen/nog-niet-actief/", joining.not_active, name="not-active"),
]
