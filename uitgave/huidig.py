"""Which edition this process serves, and how it learns of a newer one.

The process that publishes calls `ververs` itself. Every process has one background thread that
calls it each second, which asks one question. When the database is away or hangs, the last edition goes
on being served; a copy on disk lets a process start without the database. A second thread sees to it that
nobody waits for a database that hangs, the first thread included.
"""

import fcntl
import gc
import logging
import os
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import Error as DatabaseError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Max, Subquery
from msgspec.structs import replace

from uitgave import document as d
from uitgave import verbindingen, verhuizing
from uitgave.leesbaar import Kenmerk, Overgeslagen, gelezen, kenmerk_van_uitgaven
from uitgave.models import Bijlage, Sector, Uitgave
from uitgave.pad import Pad
from uitgave.wijzigingen import ONLEESBAAR, vul_aan

logger = logging.getLogger(__name__)
WACHTTIJD = 1.0  # seconds between two looks for a newer edition: all serve it within two
HANGT = 2.0  # seconds without an answer after which a database hangs: what waits for it must end within five
CONTROLE = re.compile(rb'\{\n "controle": "([0-9a-f]{64})",')
STARTTIJD = 5.0  # seconds that a starting process waits for the database
BEURT = 0.0005  # seconds that reading an edition keeps a visitor waiting for the processor
# Seconds that a process lets another one go first: when it loads an edition, which all serve within two seconds, and
# when it makes pages beforehand.
LAADBEURT, VULBEURT = 1.0, 60.0


class Huidig:
    """Holds the Pad that is served now; None while there is no edition at all."""

    def __init__(self) -> None:
        self.pad: Pad | None = None
        self.database_bereikbaar = True
        self.overgeslagen: tuple[Overgeslagen, ...] = ()  # newer than what is served, and not to be read
        self._te_bewaren = False  # what is served is not on disk yet
        self.kopie_fout = ""  # why the copy on disk is not as it should be, in Dutch
        self.laadfout = ""  # why new files of the sector were not loaded, in Dutch
        self._geen_uitgave = False  # the database was prepared, and holds no edition at all
        self._fout = ""
        self._gemeld: set[Overgeslagen] = set()
        self._kenmerk: Kenmerk = ()  # of the editions when they were last looked at, readable or not
        self._bijlage: int | None = None  # the newest that was served
        self._gekeken = time.monotonic()
        self._vraagt_sinds: float | None = None  # waiting for an answer of the database
        self._waakt = False
        self._na_laden: Callable[[Pad], None] = lambda pad: None
        self._gevuld: Pad | None = None
        self._eerste_vulling = threading.Event()
        self._bijgewerkt = False  # the database has what this release migrates
        self._gelezen: Gelezen | None = None  # what is known of the editions, so that none is read twice
        self._slot = threading.Lock()
        self._bouwt = threading.Lock()  # one Pad at a time: it takes most of the memory and of a processor
        self._eerste_keer = threading.Event()

    def ververs(self) -> None:
        """Serve the newest edition in the database, as it is now. Raises DatabaseError when it cannot be read."""
        with self._slot:
            with self._wachtend():
                nu, bijlage, self.laadfout, begonnen = kijk()
            if nu and not (self.pad and (nu, bijlage) == (self._kenmerk, self._bijlage)):
                with bezoekers_eerst(bewaar=self._waakt):
                    bekend = self._gelezen or uit_kopie(settings.UITGAVE_KOPIE, self._wachtend)
                    self._gelezen = lees_nieuwste(nu, bekend, self._wachtend)
                    uitgave = self._gelezen.uitgave
                    if uitgave and uitgave.id >= (self.pad.uitgave.id if self.pad else 0):
                        with self._wachtend():
                            uitgave = replace(uitgave, bijlagen=lees_bijlagen() if bijlage else {})
                        self._gelezen = self._gelezen._replace(uitgave=self._serveer(uitgave))
                        self._te_bewaren = True
                self._gekeken = time.monotonic()  # making a Pad takes a while
                self._meld(self._gelezen.onleesbaar)
                self._kenmerk, self._bijlage = nu, bijlage
            self._geen_uitgave = begonnen and not nu
            if self.pad and self._te_bewaren:
                fout = bewaar_kopie(self.pad.uitgave, settings.UITGAVE_KOPIE)
                if fout and fout != self.kopie_fout:  # said once, and tried at each look
                    logger.warning("The edition could not be kept on disk: %s", fout)
                self.kopie_fout, self._te_bewaren = fout, bool(fout)

    def _serveer(self, uitgave: d.Uitgave) -> d.Uitgave:
        """Serve `uitgave` from now on, and return it. One Pad is made at a time, and none of what is served already."""
        with self._bouwt:
            if self.pad is None or self.pad.uitgave != uitgave:
                with om_beurten(settings.UITGAVE_KOPIE.with_suffix(".laden"), LAADBEURT):
                    pad = Pad(uitgave)
                    pad.warm_op()
                self.pad = pad
            return self.pad.uitgave

    @contextmanager
    def _wachtend(self) -> Iterator[None]:
        """Keep the time of what is asked of the database inside, and of its answer."""
        self._vraag()
        try:
            yield
            self._gekeken = time.monotonic()
        finally:
            self._vraagt_sinds = None

    def _vraag(self) -> None:
        self._vraagt_sinds = time.monotonic()

    def _hangt(self) -> bool:
        """True when the database owes an answer for too long."""
        sinds = self._vraagt_sinds
        return sinds is not None and time.monotonic() - sinds > HANGT

    def _meld(self, onleesbaar: tuple[Overgeslagen, ...]) -> None:
        """Say, once of each, which editions cannot be read; remember those that visitors miss."""
        for rij in onleesbaar:
            if rij not in self._gemeld:
                logger.error("Uitgave %s cannot be read and is passed over: %s", rij.nummer, rij.reden)
        self._gemeld = set(onleesbaar)
        geserveerd = self.pad.uitgave.id if self.pad else 0
        self.overgeslagen = tuple(rij for rij in reversed(onleesbaar) if rij.id > geserveerd)

    def kan_bewerken(self) -> bool:
        """True when the database answered at the last look, and that is not long ago: it may hang.

        A look at a new edition may take long: reading it, and making its Pad. Then only what hangs counts.
        """
        kort_geleden = self._slot.locked() or time.monotonic() - self._gekeken < STARTTIJD
        return self.database_bereikbaar and kort_geleden and not self._hangt()

    def zonder_database(self) -> bool:
        """True when it is known that nothing can be edited: the database is away, hangs or is not up to date.

        False where nobody looks, as in a command.
        """
        return self._waakt and not self.kan_bewerken()

    def nog_leeg(self) -> bool:
        """True when this site is still to be made: its database answers, and nothing was ever published."""
        return self.pad is None and self._geen_uitgave and not self.zonder_database()

    def start(self, na_laden: Callable[[Pad], None] = lambda pad: None) -> None:
        """Begin to watch for editions; return as soon as there is one to serve, or none to be had.

        `na_laden` is called with each that is served, in a thread of its own.
        """
        self._waakt, self._na_laden = True, na_laden
        threading.Thread(target=self._wacht, name="uitgave-wachter", daemon=True).start()
        threading.Thread(target=self._bevrijd, name="database-bewaker", daemon=True).start()
        self._eerste_keer.wait(STARTTIJD)
        with self._bouwt:  # when the database did answer, its edition is being made: then that is the one
            if self.pad is None:
                uitgave, self.kopie_fout = lees_kopie(settings.UITGAVE_KOPIE)
                if uitgave:
                    logger.warning("No edition from the database yet: serving the copy on disk.")
                    self.pad = Pad(uitgave)

    def _wacht(self) -> None:
        pauze = threading.Event()
        while True:
            self._kijk()
            self._eerste_keer.set()
            if self.pad and self.pad is not self._gevuld:
                self._gevuld = self.pad
                threading.Thread(target=self._vul, args=[self.pad], name="uitgave-vuller", daemon=True).start()
            if not self.database_bereikbaar:
                connection.close()  # the next look begins with a new one
            pauze.wait(WACHTTIJD)

    def _vul(self, pad: Pad) -> None:
        """Let what follows from a newly served edition be made, one process at a time."""
        try:
            with om_beurten(settings.UITGAVE_KOPIE.with_suffix(".vullen"), VULBEURT):
                self._na_laden(pad)
        except Exception:  # visitors can do without
            logger.exception("Pages could not be made beforehand.")
        finally:
            self._eerste_vulling.set()

    def wacht_tot_gevuld(self) -> None:
        """Return when what follows from the first edition was made; at once when `start` found no edition."""
        if self.pad:
            self._eerste_vulling.wait()

    def _bevrijd(self) -> None:
        """Wake up who waits for a database that hangs."""
        pauze = threading.Event()
        while True:
            pauze.wait(WACHTTIJD / 2)
            if self._hangt():
                verbindingen.verbreek()

    def _kijk(self) -> None:
        """Look once for a newer edition; whatever goes wrong, the last one stays."""
        try:
            self.ververs()
            if not self._bijgewerkt:
                with self._wachtend():
                    self._bijgewerkt = is_bijgewerkt()
        except Exception as fout:  # the thread must live on, also after a fault nobody foresaw
            if str(fout) != self._fout:  # said once, not every second
                logger.warning("No newer edition can be read, the last one stays: %s", fout)
            self._fout = str(fout)
            self.database_bereikbaar = not isinstance(fout, DatabaseError)
        else:
            if self._fout:
                logger.info("Editions can be read again.")
            self._fout = ""
            self.database_bereikbaar = self._bijgewerkt


@contextmanager
def bezoekers_eerst(bewaar: bool) -> Iterator[None]:
    """Let threads that answer visitors go first while a large edition is read inside, in this one.

    They get the processor sooner, and nothing stops them all to look for garbage: with much in memory that takes
    longer than a page. With `bewaar` it is never looked for again in what is in memory at the end.
    """
    beurt = sys.getswitchinterval()
    sys.setswitchinterval(BEURT)
    gc.disable()
    try:
        yield
    finally:
        if bewaar:
            gc.freeze()
        gc.enable()
        sys.setswitchinterval(beurt)


@contextmanager
def om_beurten(bestand: Path, wachttijd: float) -> Iterator[None]:
    """Let processes that share `bestand` do inside one after the other, so that one of them can answer visitors.

    Nobody waits longer than `wachttijd`, in seconds: after that they go at the same time.
    """
    try:
        slot = bestand.open("w")
    except OSError:  # a disk that refuses: then at the same time
        yield
        return
    with slot:
        einde = time.monotonic() + wachttijd
        while time.monotonic() < einde:
            try:
                fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                time.sleep(0.05)
            else:
                break
        yield


class Gezien(NamedTuple):
    """What the database holds now, as far as a look can tell."""

    uitgaven: Kenmerk
    bijlage: int | None  # the newest
    laadfout: str  # why new content was not loaded
    begonnen: bool  # the site was prepared


def kijk() -> Gezien:
    """Return what the database holds now.

    One question, for every process asks it each second: a second one only before the first edition.
    """
    laadfout = Subquery(Sector.objects.values("laadfout")[:1])
    bijlage = Subquery(Bijlage.objects.order_by("-pk").values("pk")[:1])
    if nu := kenmerk_van_uitgaven(bijlage, laadfout):
        return Gezien(tuple(kenmerk[:-2] for kenmerk in nu), nu[0][-2], nu[0][-1] or "", True)
    sector = Sector.objects.first()
    return Gezien((), None, sector.laadfout if sector else "", sector is not None)


def lees_bijlagen() -> dict[str, str]:
    """Return the newest of each dataset that is served beside the editions, by name."""
    nieuwste = Bijlage.objects.order_by().values("naam").annotate(nieuwste=Max("pk")).values("nieuwste")
    return dict(Bijlage.objects.filter(pk__in=nieuwste).values_list("naam", "inhoud"))


def is_bijgewerkt() -> bool:
    """True when no migration of this release waits."""
    uitvoerder = MigrationExecutor(connection)
    return not uitvoerder.migration_plan(uitvoerder.loader.graph.leaf_nodes())


class Gelezen(NamedTuple):
    """What is known of the editions that were read: the newest that can be, and those that cannot."""

    ids: tuple[int, ...] = ()
    uitgave: d.Uitgave | None = None  # with the history and addresses of all up to it
    geschiedenis: tuple[d.Wijziging, ...] = ()  # of all, newest first
    onleesbaar: tuple[Overgeslagen, ...] = ()


Wachtend = Callable[[], AbstractContextManager[None]]  # inside it, the database is being asked


def lees_nieuwste(nu: Kenmerk, bekend: Gelezen | None, wachtend: Wachtend = nullcontext) -> Gelezen:
    """Return what the editions in the database are; `nu` says which, and what editors say of them now.

    Documents never change: only editions that are newer than what is `bekend` are read.
    """
    ids = tuple(id for id, *_ in nu)
    if bekend is None or bekend.ids != ids[: len(bekend.ids)] or len(bekend.geschiedenis) != len(bekend.ids):
        bekend = Gelezen()
    koppen = [d.Wijziging(nummer=nummer, datum=datum, wijzigingen=wijzigingen) for _, nummer, datum, wijzigingen in nu]
    geschiedenis = tuple(
        replace(deel, nummer=kop.nummer, datum=kop.datum, wijzigingen=kop.wijzigingen)
        for deel, kop in zip(bekend.geschiedenis, reversed(koppen[: len(bekend.ids)]), strict=True)
    )
    nummers = {id: kop.nummer for id, kop in zip(ids, koppen, strict=True)}
    onleesbaar = [Overgeslagen(rij.id, nummers[rij.id], rij.reden) for rij in bekend.onleesbaar]
    gevonden = bekend.uitgave and _met_kop(bekend.uitgave, koppen[ids.index(bekend.uitgave.id)], geschiedenis)
    for id, kop in list(zip(ids, koppen, strict=True))[len(bekend.ids) :]:
        with wachtend():
            rij = Uitgave.objects.get(pk=id)
        document, fout = gelezen(rij)
        geschiedenis = vul_aan(geschiedenis, kop, gevonden.document if gevonden else None, document)
        if document:
            gevonden = d.Uitgave(
                id=rij.id,
                nummer=kop.nummer,
                datum=kop.datum,
                wijzigingen=kop.wijzigingen,
                document=document,
                geschiedenis=geschiedenis,
                eigenaars=verhuizing.vul_aan(gevonden.eigenaars if gevonden else {}, document),
            )
        else:
            onleesbaar.append(Overgeslagen(rij.id, kop.nummer, fout))
    return Gelezen(ids, gevonden, geschiedenis, tuple(onleesbaar))


def _met_kop(uitgave: d.Uitgave, kop: d.Wijziging, geschiedenis: tuple[d.Wijziging, ...]) -> d.Uitgave:
    """Return an edition with what editors say of it, and of those before it, now."""
    eigen = geschiedenis[len(geschiedenis) - len(uitgave.geschiedenis) :]
    return replace(uitgave, nummer=kop.nummer, datum=kop.datum, wijzigingen=kop.wijzigingen, geschiedenis=eigen)


def uit_kopie(bestand: Path, wachtend: Wachtend = nullcontext) -> Gelezen | None:
    """Return what the copy on disk knows of the editions, when the database holds that same document; else None.

    So a start reads one edition, however many there are.
    """
    uitgave = kopie(bestand) if bestand.exists() else None
    if uitgave is None:
        return None
    with wachtend():
        ids = tuple(Uitgave.objects.filter(pk__lte=uitgave.id).order_by("pk").values_list("pk", flat=True))
        rij = Uitgave.objects.filter(pk=uitgave.id).first()
    if rij is None or rij.document != d.schrijf(uitgave.document):
        return None
    heel = len(ids) == len(uitgave.geschiedenis) and not any(deel.zin == ONLEESBAAR for deel in uitgave.geschiedenis)
    return Gelezen(ids, uitgave, uitgave.geschiedenis) if heel else None


def bewaar_kopie(uitgave: d.Uitgave, bestand: Path) -> str:
    """Keep `uitgave` on disk, whole or not at all. Returns, in Dutch, why a disk refuses; empty when it does not."""
    _ruim_op(bestand)
    tijdelijk = bestand.with_suffix(f".{os.getpid()}.half")
    try:
        with tijdelijk.open("w", encoding="utf-8") as uit:
            uit.write(met_controle(d.schrijf(uitgave)))
            uit.flush()
            os.fsync(uit.fileno())
        tijdelijk.replace(bestand)
    except OSError as fout:
        with suppress(OSError):
            tijdelijk.unlink(missing_ok=True)
        return f"De kopie op de schijf kon niet worden bewaard ({fout.strerror or fout})."
    return ""


def _ruim_op(bestand: Path) -> None:
    """Remove what a process left that was killed while it kept a copy in `bestand`."""
    for half in bestand.parent.glob(f"{bestand.stem}.*.half"):
        with suppress(OSError, ValueError):
            try:
                os.kill(int(half.suffixes[-2][1:]), 0)
            except ProcessLookupError:
                half.unlink()


def met_controle(tekst: str) -> str:
    """Return the JSON object `tekst` with, as its first member, a checksum of the rest."""
    return f'{{\n "controle": "{sha256(tekst.encode()).hexdigest()}",{tekst[1:]}'


def zonder_controle(inhoud: bytes) -> bytes:
    """Return what `met_controle` made without its checksum. Raises ValueError when the two do not go together.

    What has no checksum was kept by an earlier release, and stays as it is.
    """
    if not (begin := CONTROLE.match(inhoud)):
        return inhoud
    rest = b"{" + inhoud[begin.end() :]
    if sha256(rest).hexdigest() != begin[1].decode():
        raise ValueError("Het bestand is beschadigd.")
    return rest


def kopie(bestand: Path) -> d.Uitgave | None:
    """Return the edition kept on disk; None when there is none that can be read."""
    return lees_kopie(bestand)[0]


def lees_kopie(bestand: Path) -> tuple[d.Uitgave | None, str]:
    """Return the edition kept on disk, or None and the reason, in Dutch, that it cannot be read. It is logged too."""
    try:
        return d.lees_uitgave(zonder_controle(bestand.read_bytes())), ""
    except FileNotFoundError:
        return None, ""
    except (OSError, ValueError) as fout:
        logger.warning("The copy on disk cannot be used: %s", fout)
        reden = fout.strerror if isinstance(fout, OSError) else str(fout)
        return None, f"De kopie op de schijf kan niet worden gelezen. {reden}"


huidig = Huidig()
