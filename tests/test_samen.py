"""Tests that share what takes long run in one process, however many there are."""

import pytest


@pytest.mark.xdist_group("samen")
@pytest.mark.een_database
def test_a_group_is_known_to_who_hands_out_the_tests(request, worker_id):
    assert worker_id == "master" or request.node.nodeid.endswith("@samen")
