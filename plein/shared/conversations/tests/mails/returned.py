"""A mail that came back, as mail servers write it."""

REPORT = """\
From: Mail Delivery System <MAILER-DAEMON@post.example>
To: plein@waterdrecht.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="grens"

--grens
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--grens
Content-Type: message/delivery-status

Reporting-MTA: dns; post.example

Final-Recipient: rfc822; iemand@club.example
Action: {action}
Status: {status}

--grens
Content-Type: {kind}

From: plein@waterdrecht.example
Subject: Klopt dit nog?
Message-ID: {message_id}

Hallo

--grens--
"""


def returned(message_id: str, status: str = "5.1.1", kind: str = "message/rfc822") -> bytes:
    action = "failed" if status.startswith("5") else "delayed"
    mail = REPORT.format(message_id=message_id, status=status, action=action, kind=kind)
    return mail.replace("\n", "\r\n").encode()
