import pytest

from plein.lib.personal_data import (
    CONSENT,
    CONTRACT,
    NOT_PERSONAL,
    Personal,
    not_personal,
    personal,
)


def test_several_fields_can_say_together_that_they_are_about_nobody():
    assert not_personal("post", "id", "town") == {
        "post.id": NOT_PERSONAL,
        "post.town": NOT_PERSONAL,
    }


def test_several_fields_can_share_their_reason():
    fields = personal("member", "name", "about", purpose="to meet", ground=CONTRACT, retention="x")

    assert fields["member.name"] == fields["member.about"] == Personal("to meet", CONTRACT, "x")


def test_a_ground_that_the_law_does_not_know_is_refused():
    with pytest.raises(ValueError, match="no ground"):
        Personal("to know more", "because we can", "for ever")


def test_a_ground_of_the_law_is_accepted():
    assert Personal("to mail the newsletter", CONSENT, "until taken back").ground == "consent"
