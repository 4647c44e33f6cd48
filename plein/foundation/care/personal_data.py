"""What is kept of clients and of who cares for them. The care organisation is the controller of
its caseload; the place only keeps it for them."""

from plein.lib.personal_data import CONSENT, CONTRACT, LEGITIMATE_INTEREST, Fields
from plein.lib.personal_data import not_personal as no
from plein.lib.personal_data import personal as yes

SAFE = "so that only people of a known organisation ask for somebody else"
WORD = "on whose word a professional asks"
LIST = "to reach somebody in care; never what care they get"
UNTIL = "until the client is erased"

FIELDS: Fields = {
    **no("agreement", "id", "town", "place", "organisation", "work", "signed_on", "ends_on"),
    **no("agreement", "harmless", "serves", "made_at"),
    **yes("agreement", "contact_name", "contact_mail", purpose="whom of the organisation we call",
          ground=CONTRACT, retention="as long as the agreement"),
    **no("admission", "id", "town", "agreement"),
    **yes("admission", "member", "called_on", "called_by", "number_found", "phone", "made_at",
          "ended_at", purpose=SAFE, ground=LEGITIMATE_INTEREST,
          retention="two years after it ended; the phone number at once when somebody leaves"),
    **no("caseload", "id", "town", "agreement", "name", "made_at"),
    **no("teammate", "id", "town", "caseload"),
    **yes("teammate", "member", "made_at", purpose="who works with a caseload", ground=CONTRACT,
          retention="until the professional leaves the team"),
    **no("client", "id", "town", "caseload"),
    **yes("client", "home", "name", "phone", "address", "note", "channel", "consent",
          "consented_on", "made_at", "gone_at", "gone_because", purpose=LIST,
          ground=CONSENT, retention=UNTIL),
    **no("mandate", "id", "town"),
    **yes("mandate", "client", "professional", "scope", "consent", "given_by", "given_on",
          "ends_on", "may_give_address", "may_give_phone", "may_name_organisation", "reminded_at",
          "ended_at", "ended_because", "made_at", purpose=WORD, ground=CONSENT, retention=UNTIL),
    **yes("mandate", "card_digest", "card_until", purpose="the code on the client's card",
          ground=CONSENT, retention="thirty days, or until it is used"),
    **no("handover", "id", "town"),
    **yes("handover", "mandate", "giver", "taker", "reason", "made_at",
          purpose="who asked for somebody, and since when", ground=CONTRACT, retention=UNTIL),
    **no("voice", "id", "town"),
    **yes("voice", "speaker", "relation", "agreed_at", "agreed_how", "heard_by", "refused_at",
          "made_at", purpose="that somebody wanted what was asked in their name",
          ground=CONSENT, retention="until the one who asked leaves"),
    **yes("voice", "phone", "card_digest", "card_until", purpose="to ask that person for their yes",
          ground=LEGITIMATE_INTEREST, retention="until the yes or no"),
}  # fmt: skip
