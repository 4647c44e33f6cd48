# ruff: noqa: E501 - mails are as long as they are
"""Answers by people: (mail program, body as sent, the words that belong in the talk)."""

ANSWERS = [
    (
        "gmail nl",
        (
            "Ja hoor, dinsdag kan ik.\n\nOp di 3 mrt 2026 om 10:12 schreef Plein Waterdrecht <\n"
            "plein@waterdrecht.example>:\n\n> Bram schreef je\n> Ik loop elke dag langs.\n"
        ),
        "Ja hoor, dinsdag kan ik.",
    ),
    (
        "gmail nl on a phone",
        (
            "Is goed!\n\nOp di 3 mrt. 2026 10:12 schreef Plein <plein@waterdrecht.example>:\n\n"
            "> Ik loop elke dag langs.\n>\n> Antwoord op deze mail\n"
        ),
        "Is goed!",
    ),
    (
        "outlook nl",
        (
            "Beste Bram,\n\nDat is fijn. Kun je om tien uur?\n\nMet vriendelijke groet,\n\n"
            "Noor van den Berg\nLange Dreef 12\n06-12345678\n\n"
            "Van: Plein Waterdrecht <plein@waterdrecht.example>\n"
            "Verzonden: dinsdag 3 maart 2026 10:12\nAan: noor@waterdrecht.example\n"
            "Onderwerp: Bram schreef je\n\nIk loop elke dag langs.\n"
        ),
        "Beste Bram,\n\nDat is fijn. Kun je om tien uur?",
    ),
    (
        "outlook nl with a line",
        (
            "Prima, tot dan.\n\n________________________________\nVan: Plein <plein@x.example>\n"
            "Verzonden: dinsdag 3 maart 2026 10:12\nAan: Noor <n@x.example>\nOnderwerp: Bram\n\nOud.\n"
        ),
        "Prima, tot dan.",
    ),
    (
        "old outlook nl",
        (
            "Komt goed\n\n-----Oorspronkelijk bericht-----\nVan: Plein [mailto:plein@x.example]\n"
            "Verzonden: dinsdag 3 maart 2026 10:12\nAan: Noor\nOnderwerp: Bram schreef je\n\nOud.\n"
        ),
        "Komt goed",
    ),
    (
        "outlook in bold",
        (
            "Ja graag.\n\n*Van:* Plein <plein@x.example>\n*Verzonden:* dinsdag 3 maart 2026 10:12\n"
            "*Aan:* noor@x.example\n*Onderwerp:* Bram schreef je\n\nOud.\n"
        ),
        "Ja graag.",
    ),
    (
        "outlook for ios",
        (
            "Kan ook woensdag?\n\nOutlook voor iOS downloaden<https://aka.example/o0ukef>\n"
            "________________________________\nFrom: Plein <plein@x.example>\n"
            "Sent: Tuesday, March 3, 2026 10:12:00 AM\nTo: noor@x.example\nSubject: Bram\n\nOud.\n"
        ),
        "Kan ook woensdag?",
    ),
    (
        "iphone nl",
        (
            "Super, tot morgen!\n\nVerstuurd vanaf mijn iPhone\n\n"
            "> Op 3 mrt 2026 om 10:12 heeft Plein <plein@x.example> het volgende geschreven:\n> \n"
            "> Ik loop elke dag langs.\n"
        ),
        "Super, tot morgen!",
    ),
    (
        "ipad nl",
        "Mag mijn kleinzoon mee?\n\nVerstuurd vanaf mijn iPad\n",
        "Mag mijn kleinzoon mee?",
    ),
    (
        "apple mail nl",
        (
            "Ik bel aan om half drie.\n\nOp 3 mrt 2026, om 10:12 heeft Plein Waterdrecht\n"
            "<plein@waterdrecht.example> het volgende geschreven:\n\nIk loop elke dag langs.\n"
        ),
        "Ik bel aan om half drie.",
    ),
    (
        "thunderbird nl",
        (
            "Op 03-03-2026 om 10:12 schreef Plein Waterdrecht:\n> Ik loop elke dag langs.\n\n"
            "Wat aardig van je! Ja, graag.\n"
        ),
        "Wat aardig van je! Ja, graag.",
    ),
    (
        "thunderbird nl between the lines",
        (
            "Op 03-03-2026 om 10:12 schreef Plein:\n> Kun je dinsdag?\nJa.\n> En woensdag?\nNee, helaas.\n"
            "\n-- \nNoor van den Berg\nnoor@x.example\n"
        ),
        "Ja.\nNee, helaas.",
    ),
    (
        "thunderbird en",
        "Sounds good.\n\nOn 03/03/2026 10:12, Plein wrote:\n> Ik loop elke dag langs.\n",
        "Sounds good.",
    ),
    (
        "samsung nl",
        (
            "Ok doen we\n\n\n\nVerzonden vanaf mijn Galaxy\n\n\n-------- Oorspronkelijk bericht --------\n"
            "Van: Plein <plein@x.example>\nDatum: 03-03-2026 10:12 (GMT+01:00)\nAan: noor@x.example\n"
            "Onderwerp: Bram schreef je\n\nOud.\n"
        ),
        "Ok doen we",
    ),
    (
        "windows mail nl",
        (
            "Dank je wel\n\nVerzonden vanuit Mail voor Windows\n\nVan: Plein\n"
            "Verzonden: dinsdag 3 maart 2026 10:12\nAan: noor@x.example\nOnderwerp: Bram\n\nOud.\n"
        ),
        "Dank je wel",
    ),
    (
        "ziggo webmail",
        (
            "Ik heb nog een riem liggen.\n\n> Op 03-03-2026 10:12 CET schreef Plein <plein@x.example>:\n"
            "> \n>  \n> Ik loop elke dag langs.\n"
        ),
        "Ik heb nog een riem liggen.",
    ),
    (
        "kpn webmail",
        (
            'Neem je zelf koffie mee?\n\n----- Oorspronkelijk bericht -----\nVan: "Plein" <p@x.example>\n'
            "Aan: noor@x.example\nVerzonden: Dinsdag 3 maart 2026 10:12:00\nOnderwerp: Bram\n\nOud.\n"
        ),
        "Neem je zelf koffie mee?",
    ),
    (
        "a signature with dashes",
        "Ik kom.\n\n-- \nNoor van den Berg\nLange Dreef 12, 3361 AB Waterdrecht\nT 0184-555 011\n",
        "Ik kom.",
    ),
    (
        "greetings from a first name",
        "Hoi Bram, leuk! Ik ben er.\nGroetjes Noor\n06 12345678\n",
        "Hoi Bram, leuk! Ik ben er.",
    ),
    (
        "mvg",
        "Akkoord\n\nmvg\nN. van den Berg\n",
        "Akkoord",
    ),
    (
        "a postscript under the greeting",
        "Tot morgen!\n\nGroetjes,\nNoor\n\nPS: neem je de riem mee?\n",
        "Tot morgen!\n\nPS: neem je de riem mee?",
    ),
    (
        "a greeting inside a long story stays",
        "Doe haar de groeten\nvan mij.\n"
        + "\n".join(f"Regel {n} van mijn verhaal." for n in range(20)),
        "Doe haar de groeten\nvan mij.\n"
        + "\n".join(f"Regel {n} van mijn verhaal." for n in range(20)),
    ),
    (
        "a sentence with op stays",
        "Op dinsdag schreef ik al:\nmijn hond is bang voor katten.",
        "Op dinsdag schreef ik al:\nmijn hond is bang voor katten.",
    ),
    (
        "van in a sentence stays",
        "Van: ik hoorde van de buurvrouw dat je komt.\nLeuk!",
        "Van: ik hoorde van de buurvrouw dat je komt.\nLeuk!",
    ),
    (
        "german phone",
        (
            "Ja, gerne.\n\nVon meinem iPhone gesendet\n\n"
            "> Am 03.03.2026 um 10:12 schrieb Plein <plein@x.example>:\n> \n> Alt.\n"
        ),
        "Ja, gerne.",
    ),
    (
        "english gmail",
        "Yes please!\n\nOn Tue, Mar 3, 2026 at 10:12 AM Plein <plein@x.example> wrote:\n\n> Old.\n",
        "Yes please!",
    ),
    (
        "windows line ends",
        "Ja.\r\n\r\nOp di 3 mrt 2026 om 10:12 schreef Plein <p@x.example>:\r\n> Oud.\r\n",
        "Ja.",
    ),
    (
        "yahoo nl",
        (
            "Lijkt me leuk\n\nVerzonden via Yahoo Mail op Android\n\n"
            "  Op di, mrt 3, 2026 om 10:12, Plein<plein@x.example> schreef:   Oud.\n"
        ),
        "Lijkt me leuk",
    ),
]

HTML = [
    (
        "gmail html",
        (
            '<div dir="ltr">Ja, <b>graag</b>!<br>Tot dan.</div><br><div class="gmail_quote">'
            '<div class="gmail_attr">Op di schreef Plein:</div><blockquote>Oud</blockquote></div>'
        ),
        "Ja, graag!\nTot dan.",
    ),
    (
        "outlook html",
        (
            "<html><head><style>p{color:red}</style></head><body><p>Prima.</p><p>Tien uur?</p>"
            '<div id="divRplyFwdMsg">Van: Plein</div><p>Oud bericht</p></body></html>'
        ),
        "Prima.\n\nTien uur?",
    ),
    (
        "thunderbird html",
        (
            '<p>Komt goed</p><div class="moz-cite-prefix">Op 3 maart schreef Plein:</div>'
            "<blockquote><p>Oud</p></blockquote><script>kwaad()</script>"
        ),
        "Komt goed",
    ),
    (
        "html signature",
        "<div>Leuk idee</div><div class='gmail_signature'>Noor<br>06-12345678</div>",
        "Leuk idee",
    ),
]

ROBOTS = [
    ("out of office nl", "Automatisch antwoord: Bram schreef je", {}),
    ("out of office en", "Automatic reply: Bram schreef je", {}),
    ("away nl", "Afwezig tot 1 april", {}),
    ("auto-submitted", "Re: Bram schreef je", {"Auto-Submitted": "auto-replied"}),
    ("holiday program", "Re: Bram schreef je", {"Precedence": "auto_reply"}),
    ("exchange rule", "Re: x", {"X-MS-Exchange-Inbox-Rules-Loop": "noor@x.example"}),
    ("bounce nl", "Onbestelbaar: Bram schreef je", {}),
    ("bounce by path", "Retour", {"Return-Path": "<>"}),
    ("list", "Re: x", {"List-Id": "<buurt.x.example>"}),
    ("x-autoreply", "Re: x", {"X-Autoreply": "yes"}),
    ("read receipt", "Gelezen: Bram schreef je", {}),
]
