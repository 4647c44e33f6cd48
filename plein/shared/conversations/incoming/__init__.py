"""Answers by plain mail: from what the mail server hands over to something said in a talk."""
