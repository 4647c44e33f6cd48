"""Limits count visitors, not the server in front, and nobody chooses their own address."""

from plein.lib.visitors import address_of

FRONT = {"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "198.51.100.9, 203.0.113.7"}


def test_without_a_server_in_front_the_connection_counts():
    assert address_of(FRONT, proxies=0) == "10.0.0.1"


def test_behind_one_server_the_address_it_saw_counts():
    assert address_of(FRONT, proxies=1) == "203.0.113.7"


def test_behind_two_servers_the_first_of_them_is_believed():
    assert address_of(FRONT, proxies=2) == "198.51.100.9"


def test_what_a_visitor_writes_in_front_changes_nothing():
    forged = FRONT | {"HTTP_X_FORWARDED_FOR": "1.1.1.1, 2.2.2.2, 203.0.113.7"}

    assert address_of(forged, proxies=1) == "203.0.113.7"


def test_a_front_that_says_nothing_leaves_the_connection():
    assert address_of({"REMOTE_ADDR": "10.0.0.1"}, proxies=1) == "10.0.0.1"


def test_two_visitors_behind_one_front_are_two():
    other = FRONT | {"HTTP_X_FORWARDED_FOR": "203.0.113.8"}

    assert address_of(FRONT, proxies=1) != address_of(other, proxies=1)
