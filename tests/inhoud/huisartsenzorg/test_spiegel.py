"""The whole site as files, with the content of our own."""

from time import process_time

import pytest

from tests.test_spiegel import losse_einden, spiegel, verbinding_blijft  # noqa: F401


@pytest.mark.een_database
def test_the_mirror_is_made_within_a_minute_and_every_link_in_it_resolves(inhoud, tmp_path):
    begin = process_time()
    kopie = spiegel(tmp_path / "kopie")
    duur = process_time() - begin

    assert losse_einden(kopie) == []
    assert duur < 60
