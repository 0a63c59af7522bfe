"""A restart, a reload, and processes that are killed, while visitors keep asking: nobody may notice.

systemd holds the socket of a site while that restarts; here the test does.
"""

import os
import shutil
import signal
import socket
import time
from contextlib import ExitStack

import pytest

from ontwikkelpad.serve import OFTEN
from tests.conftest import begin
from tests.drill.belasting import belast
from tests.server import LANG, klaar, leeft, nakomelingen, site
from tests.test_deploy import NGINX, nginx
from tests.voorbeelden import DRILL

pytestmark = pytest.mark.xdist_group("herstarten")  # they share one site
RUST = 0.01 if DRILL else 0.05  # seconds between two questions: the site restarts beside them
KEREN = [1, pytest.param(20, marks=pytest.mark.drill)]
PROEVEN = ("/livez", "/readyz")


@pytest.fixture(scope="module")
def draaiend(eenmaal, tmp_path_factory):
    map_ = shutil.copytree(eenmaal("begonnen", begin), tmp_path_factory.mktemp("herstarten"), dirs_exist_ok=True)
    with socket.create_server(("127.0.0.1", 0), backlog=2048) as gehouden, site(map_, gehouden) as draaiend:
        draaiend.wacht("/readyz", klaar)
        yield draaiend


def onder(draaiend):
    """The server and its workers."""
    return set(nakomelingen(draaiend.proces.pid))


def wacht_op_werkers(draaiend, weg):
    """Wait until as many processes serve as before, none of them among those that are `weg`; return them."""
    einde = time.monotonic() + LANG
    while (nu := onder(draaiend)) & weg or len(nu) != 3:
        assert time.monotonic() < einde, draaiend.logboek.read_text()
        time.sleep(0.1)
    return nu


@pytest.mark.parametrize("keer", KEREN)
def test_a_restart_fails_nobody_while_the_socket_is_held(draaiend, meld, keer):
    with belast(draaiend.poort, rust=RUST) as vast, belast(draaiend.poort, rust=RUST, nieuw=True) as nieuw:
        for _ in range(keer):
            draaiend.herstart()
            draaiend.wacht("/readyz", klaar)

    meld(f"{keer} × restart, socket held: kept connections", vast, "0 failed")
    meld(f"{keer} × restart, socket held: new connections", nieuw, "0 failed")
    assert (vast.mislukt, nieuw.mislukt) == ([], [])


@pytest.mark.parametrize("keer", KEREN)
def test_a_reload_fails_nobody_and_other_workers_serve_after_it(draaiend, meld, keer):
    with (
        belast(draaiend.poort, rust=RUST) as vast,
        belast(draaiend.poort, rust=RUST, nieuw=True) as nieuw,
        belast(draaiend.poort, PROEVEN, bezoekers=1, rust=0.05, nieuw=True) as proeven,
    ):
        for _ in range(keer):
            eerder = onder(draaiend)
            draaiend.herlaad()
            later = wacht_op_werkers(draaiend, eerder)
            assert not any(leeft(pid) for pid in eerder)
            assert len(later) == 3

    meld(f"{keer} × reload: kept connections", vast, "0 failed")
    meld(f"{keer} × reload: new connections", nieuw, "0 failed")
    meld(f"{keer} × reload: /livez and /readyz", proeven, "0 failed")
    assert (vast.mislukt, nieuw.mislukt, proeven.mislukt) == ([], [], [])


@pytest.mark.parametrize("keer", [1, pytest.param(OFTEN - 1, marks=pytest.mark.drill)])  # one more is given up
def test_a_site_goes_on_when_its_workers_and_its_server_are_killed(draaiend, meld, keer):
    """What a killed worker was answering is lost: a question of each visitor at most. Nobody is refused."""
    with belast(draaiend.poort, rust=RUST, nieuw=True) as gezien:
        for _ in range(keer):
            server, een, twee = nakomelingen(draaiend.proces.pid)
            os.kill(een, signal.SIGKILL)
            nieuw = wacht_op_werkers(draaiend, {een})
            for pid in nieuw - {server}:
                os.kill(pid, signal.SIGKILL)
            time.sleep(2)
            os.kill(server, signal.SIGKILL)
            wacht_op_werkers(draaiend, nieuw | {server, een, twee})

    geweigerd = [fout for fout in gezien.mislukt if "Refused" in fout]
    meld(f"{keer} × kill -9 of one worker, two, the server", f"{gezien}, {len(geweigerd)} refused", "in killed workers")
    assert geweigerd == []
    assert len(gezien.mislukt) <= keer * 3 * 4
    draaiend.wacht("/readyz", klaar)


@pytest.mark.parametrize("aantal", [50, pytest.param(500, marks=pytest.mark.drill)])
def test_connections_that_ask_nothing_or_slowly_hold_up_nobody(draaiend, meld, aantal):
    begin = b"GET / HTTP/1.1\r\nHost: localhost\r\nX: "
    with ExitStack() as open_:
        for _ in range(aantal):
            open_.enter_context(socket.create_connection(("127.0.0.1", draaiend.poort)))
        traag = [open_.enter_context(socket.create_connection(("127.0.0.1", draaiend.poort))) for _ in range(aantal)]
        for verbinding in traag:
            verbinding.sendall(begin)
        with belast(draaiend.poort, rust=RUST) as gezien:
            for _ in range(10):
                for verbinding in traag:
                    verbinding.sendall(b"a")
                time.sleep(0.3)

    meld(f"{aantal} silent and {aantal} slow connections", gezien, "0 failed, p99 < 500 ms")
    assert gezien.mislukt == []
    assert gezien.p99 < LANG / 10


@pytest.mark.drill
@pytest.mark.skipif(NGINX is None, reason="nginx is not there; NGINX_BIN= names it")
def test_behind_nginx_two_portals_that_restart_in_turn_fail_nobody(begonnen, meld):
    with site(begonnen, PROXY="127.0.0.1") as een, site(begonnen, PROXY="127.0.0.1") as twee:
        for draaiend in een, twee:
            draaiend.wacht("/readyz", klaar)
        with (
            nginx(begonnen, een.poort, twee.poort, tls=False) as (_, poort, _),
            belast(poort, bezoekers=2, rust=0.1) as vast,
            belast(poort, bezoekers=1, rust=0.1, nieuw=True) as nieuw,
        ):
            for _ in range(5):
                for draaiend in een, twee:
                    draaiend.herstart()
                    draaiend.wacht("/readyz", klaar)

    meld("5 × restart of two portals in turn behind nginx: kept connections", vast, "0 failed")
    meld("5 × restart of two portals in turn behind nginx: new connections", nieuw, "0 failed")
    assert (vast.mislukt, nieuw.mislukt) == ([], [])
