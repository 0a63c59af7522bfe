"""Which edition this process serves, and how it learns of a newer one.

The process that publishes calls `ververs` itself. Every process has one background thread that
calls it each second, which asks one question. When the database is away or hangs, the last edition goes
on being served; a copy on disk lets a process start without the database. A second thread sees to it that
nobody waits for a database that hangs, the first thread included. A planned edition is held ready, in memory and
on disk: at its moment it takes over by itself, whether the database answers or not.
"""

import fcntl
import gc
import logging
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import Error as DatabaseError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Max, Subquery
from django.utils import timezone
from msgspec.structs import replace

from uitgave import beelden, verbindingen, verhuizing
from uitgave import document as d
from uitgave.kopie import Gepland, bewaar_gepland, bewaar_kopie, kopie, lees_gepland, lees_kopie
from uitgave.leesbaar import KENMERK, Kenmerk, Overgeslagen, gelezen
from uitgave.models import Bijlage, Sector, Uitgave
from uitgave.pad import Pad
from uitgave.wijzigingen import ONLEESBAAR, vul_aan

logger = logging.getLogger(__name__)
WACHTTIJD = 1.0  # seconds between two looks for a newer edition: all serve it within two
HANGT = 2.0  # seconds without an answer after which a database hangs: what waits for it must end within five
STARTTIJD = 5.0  # seconds that a starting process waits for the database
BEURT = 0.0005  # seconds that reading an edition keeps a visitor waiting for the processor
# Seconds that a process lets another one go first: when it loads an edition, which all serve within two seconds, and
# when it makes pages beforehand.
LAADBEURT, VULBEURT = 1.0, 60.0
NIET_WACHTEN = 0.5  # seconds that a planned edition waits for an answer of the database
VOORAF = timedelta(minutes=2)  # before its moment it is judged once more


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
        self._straks: Straks | None = None  # what is planned, ready to be served
        self._planning: tuple[Kenmerk, Planning | None] = ((), None)  # what it was made ready of
        self._vooruit: int | None = None  # served at its moment, and the database did not say so yet
        self._keur: Callable[[int], None] = lambda uitgave_id: None
        self._gekeurd: int | None = None
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
                nu, bijlage, self.laadfout, begonnen, gepland = kijk()
            if nu and not (self.pad and (nu, bijlage) == (self._kenmerk, self._bijlage)):
                with bezoekers_eerst(bewaar=self._waakt):
                    bekend = self._bekend(nu) or uit_kopie(settings.UITGAVE_KOPIE, self._wachtend)
                    self._gelezen = lees_nieuwste(nu, bekend, self._wachtend)
                    uitgave = self._gelezen.uitgave
                    if uitgave and (uitgave.id >= self._geserveerd() or self._is_teruggehaald(nu, gepland)):
                        with self._wachtend():
                            uitgave = replace(uitgave, bijlagen=lees_bijlagen() if bijlage else {})
                        self._gelezen = self._gelezen._replace(uitgave=self._serveer(uitgave))
                        self._te_bewaren = True
                self._gekeken = time.monotonic()  # making a Pad takes a while
                self._meld(self._gelezen.onleesbaar)
                self._kenmerk, self._bijlage = nu, bijlage
            self._geen_uitgave = begonnen and not nu
            self._houd_klaar(nu, gepland)
            if self._te_bewaren:
                fout = self._bewaar()
                if fout and fout != self.kopie_fout:  # said once, and tried at each look
                    logger.warning("The edition could not be kept on disk: %s", fout)
                self.kopie_fout, self._te_bewaren = fout, bool(fout)

    def _bewaar(self) -> str:
        """Keep on disk what is served and what is planned, both with what stands beside them; return why it refuses."""
        bijlagen = self.pad.uitgave.bijlagen if self.pad else {}
        gepland = self._straks and self._straks.kopie
        if gepland:
            gepland = replace(gepland, uitgave=replace(gepland.uitgave, bijlagen=bijlagen))
        getoond = [self.pad and self.pad.uitgave, gepland and gepland.uitgave]
        klachten = (
            beelden.zet_op_schijf([uitgave.document for uitgave in getoond if uitgave], bijlagen, self._wachtend),
            bewaar_kopie(self.pad.uitgave, settings.UITGAVE_KOPIE) if self.pad else "",
            bewaar_gepland(gepland, settings.UITGAVE_KOPIE),
        )
        return next(filter(None, klachten), "")

    def _geserveerd(self) -> int:
        return self.pad.uitgave.id if self.pad else 0

    def _bekend(self, nu: Kenmerk) -> "Gelezen | None":
        """Return what was read of the editions, the planned one included when that is the newest by now."""
        straks = self._straks and self._straks.gelezen
        return straks if straks and straks.ids == _ids(nu) else self._gelezen

    def _is_teruggehaald(self, nu: Kenmerk, gepland: "Planning | None") -> bool:
        """True when what is served was planned, and did not appear: this process could not know."""
        weg = self._vooruit not in (*_ids(nu), gepland and gepland.id)
        return weg and self._geserveerd() == self._vooruit

    def _houd_klaar(self, nu: Kenmerk, gepland: "Planning | None") -> None:
        """Keep what is planned ready, in memory and on disk: at its moment the database may be away."""
        planning = (nu if gepland else (), gepland)
        if self._planning == planning:
            return
        straks = None
        if gepland:
            alle = (*nu, gepland.kop)
            with bezoekers_eerst(bewaar=self._waakt):
                gelezen = lees_nieuwste(alle, self._bekend(alle), self._wachtend)
            if gelezen.uitgave and gelezen.uitgave.id == gepland.id:
                straks = Straks(Gepland(vanaf=gepland.vanaf, uitgave=gelezen.uitgave), gelezen)
            self._meld(gelezen.onleesbaar)
        self._straks, self._planning, self._te_bewaren = straks, planning, True

    def _neem_over(self) -> None:
        """Serve what is planned for now, without asking the database."""
        if self._straks is None or self._straks.kopie.vanaf > timezone.now():
            return
        uitgave = self._straks.kopie.uitgave
        if uitgave.id > self._geserveerd():
            bijlagen = self.pad.uitgave.bijlagen if self.pad else uitgave.bijlagen
            self._vooruit, self._kenmerk = uitgave.id, ()
            self._gelezen = self._straks.gelezen or self._gelezen
            self._serveer(replace(uitgave, bijlagen=bijlagen))

    def _keur_vooraf(self) -> None:
        """Let what is planned be judged once more, shortly before its moment, in a thread of its own."""
        _, gepland = self._planning
        if gepland is None or not self.database_bereikbaar:
            return
        if gepland.id != self._gekeurd and gepland.vanaf - VOORAF <= timezone.now() < gepland.vanaf:
            self._gekeurd = gepland.id
            threading.Thread(target=self._keur_nu, args=[gepland.id], name="uitgave-keurder", daemon=True).start()

    def _keur_nu(self, uitgave_id: int) -> None:
        try:
            with om_beurten(settings.UITGAVE_KOPIE.with_suffix(".keuren"), VULBEURT):
                self._keur(uitgave_id)
        except DatabaseError as fout:
            logger.warning("The planned edition could not be judged yet: %s", fout)
            self._gekeurd = None  # again at the next look
        except Exception:
            logger.exception("The planned edition could not be judged.")
        finally:
            connection.close()

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

    def _wacht_langer_dan(self, seconden: float) -> bool:
        """True when the database owes an answer for that long."""
        sinds = self._vraagt_sinds
        return sinds is not None and time.monotonic() - sinds > seconden

    def _meld(self, onleesbaar: tuple[Overgeslagen, ...]) -> None:
        """Say, once of each, which editions cannot be read; remember those that visitors miss."""
        for rij in onleesbaar:
            if rij not in self._gemeld:
                logger.error("Uitgave %s cannot be read and is passed over: %s", rij.nummer, rij.reden)
        self._gemeld = set(onleesbaar)
        self.overgeslagen = tuple(rij for rij in reversed(onleesbaar) if rij.id > self._geserveerd())

    def kan_bewerken(self) -> bool:
        """True when the database answered at the last look, and that is not long ago: it may hang.

        A look at a new edition may take long: reading it, and making its Pad. Then only what hangs counts.
        """
        kort_geleden = self._slot.locked() or time.monotonic() - self._gekeken < STARTTIJD
        return self.database_bereikbaar and kort_geleden and not self._wacht_langer_dan(HANGT)

    def zonder_database(self) -> bool:
        """True when it is known that nothing can be edited: the database is away, hangs or is not up to date.

        False where nobody looks, as in a command.
        """
        return self._waakt and not self.kan_bewerken()

    def nog_leeg(self) -> bool:
        """True when this site is still to be made: its database answers, and nothing was ever published."""
        return self.pad is None and self._geen_uitgave and not self.zonder_database()

    def start(
        self, na_laden: Callable[[Pad], None] = lambda pad: None, keur: Callable[[int], None] = lambda uitgave_id: None
    ) -> None:
        """Begin to watch for editions; return as soon as there is one to serve, or none to be had.

        `na_laden` is called with each that is served, `keur` with the id of one that is planned, shortly before its
        moment; both in a thread of their own.
        """
        self._waakt, self._na_laden, self._keur = True, na_laden, keur
        threading.Thread(target=self._wacht, name="uitgave-wachter", daemon=True).start()
        threading.Thread(target=self._bevrijd, name="database-bewaker", daemon=True).start()
        self._eerste_keer.wait(STARTTIJD)
        with self._bouwt:  # when the database did answer, its edition is being made: then that is the one
            if self.pad is None:
                uitgave, self.kopie_fout = lees_kopie(settings.UITGAVE_KOPIE)
                if uitgave:
                    logger.warning("No edition from the database yet: serving the copy on disk.")
                    self.pad = Pad(uitgave)
                if self._straks is None and (gepland := lees_gepland(settings.UITGAVE_KOPIE)):
                    self._straks = Straks(gepland, None)
        if not self.database_bereikbaar:
            self._neem_over()

    def _wacht(self) -> None:
        pauze = threading.Event()
        while True:
            self._kijk()
            self._eerste_keer.set()
            self._keur_vooraf()
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
            self._bewaak()

    def _bewaak(self) -> None:
        """Let neither visitors nor the first thread wait for an answer that does not come."""
        if self._wacht_langer_dan(NIET_WACHTEN):
            self._zonder_antwoord()
        if self._wacht_langer_dan(HANGT):
            verbindingen.verbreek()

    def _zonder_antwoord(self) -> None:
        """Do without the database what must be done at its time; whatever goes wrong, the last edition stays."""
        try:
            self._neem_over()
        except Exception:
            logger.exception("The planned edition cannot be served.")

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
            self._zonder_antwoord()
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


class Planning(NamedTuple):
    """The edition that waits for its moment: what `Kenmerk` says of one that appeared, and that moment."""

    kop: tuple[int, str, date, str, str]
    vanaf: datetime

    @property
    def id(self) -> int:
        return self.kop[0]


class Gezien(NamedTuple):
    """What the database holds now, as far as a look can tell."""

    uitgaven: Kenmerk
    bijlage: int | None  # the newest that is served
    laadfout: str  # why new content was not loaded
    begonnen: bool  # the site was prepared
    gepland: Planning | None


def kijk() -> Gezien:
    """Return what the database holds now.

    One question, for every process asks it each second: a second one only before the first edition.
    """
    laadfout = Subquery(Sector.objects.values("laadfout")[:1])
    bijlage = Subquery(Bijlage.objects.filter(wacht_op="").order_by("-pk").values("pk")[:1])
    rijen = Uitgave.objects.filter(gestopt="").order_by("id").values_list(*KENMERK, "vanaf", bijlage, laadfout)
    if not (alle := tuple(rijen)):
        sector = Sector.objects.first()
        return Gezien((), None, sector.laadfout if sector else "", sector is not None, None)
    nu, velden = timezone.now(), len(KENMERK)
    later = [Planning(rij[:velden], rij[velden]) for rij in alle if rij[velden] and rij[velden] > nu]
    verschenen = tuple(rij[:velden] for rij in alle if not (rij[velden] and rij[velden] > nu))
    return Gezien(verschenen, alle[0][-2], alle[0][-1] or "", True, later[0] if later else None)


def lees_bijlagen() -> dict[str, str]:
    """Return the newest of each dataset that is served beside the editions, by name."""
    nieuwste = (
        Bijlage.objects.filter(wacht_op="").order_by().values("naam").annotate(nieuwste=Max("pk")).values("nieuwste")
    )
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


class Straks(NamedTuple):
    """A planned edition, ready to be served: as it is kept on disk, and all that was read with it."""

    kopie: Gepland
    gelezen: Gelezen | None  # nothing where only the disk was read


def _ids(nu: Kenmerk) -> tuple[int, ...]:
    return tuple(id for id, *_ in nu)


Wachtend = Callable[[], AbstractContextManager[None]]  # inside it, the database is being asked


def lees_nieuwste(nu: Kenmerk, bekend: Gelezen | None, wachtend: Wachtend = nullcontext) -> Gelezen:
    """Return what the editions in the database are; `nu` says which, and what editors say of them now.

    Documents never change: only editions that are newer than what is `bekend` are read.
    """
    ids = _ids(nu)
    if bekend is None or bekend.ids != ids[: len(bekend.ids)] or len(bekend.geschiedenis) != len(bekend.ids):
        bekend = Gelezen()
    koppen = [
        d.Wijziging(nummer=nummer, datum=datum, wijzigingen=wijzigingen, sleutel=sleutel)
        for _, nummer, datum, wijzigingen, sleutel in nu
    ]
    geschiedenis = tuple(
        replace(kop, zin=deel.zin, onderdelen=deel.onderdelen)
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
        eerdere = Uitgave.objects.verschenen().filter(pk__lte=uitgave.id).order_by("pk")
        ids = tuple(eerdere.values_list("pk", flat=True))
        rij = eerdere.filter(pk=uitgave.id).first()
    if rij is None or rij.document != d.schrijf(uitgave.document):
        return None
    heel = len(ids) == len(uitgave.geschiedenis) and not any(deel.zin == ONLEESBAAR for deel in uitgave.geschiedenis)
    return Gelezen(ids, uitgave, uitgave.geschiedenis) if heel else None


huidig = Huidig()
