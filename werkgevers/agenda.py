"""The planning as a file for a calendar (RFC 5545): values in, bytes out.

Each event is known by the guide and by the lasting key of its step or milestone, and not by its day: who brings in the
file again, with other days, moves the events that are there (RFC 5546: the same UID, a higher SEQUENCE). A calendar
only believes what is newer than what it has. This site does not know what somebody brought in before, so the moment
of asking is the number: it always rises.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from unicodedata import category
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event, vText

from werkgevers.datums import in_woorden
from werkgevers.document import Gids, Gidsstap
from werkgevers.planning import Balk, Mijlpaal, Planning

TELT_VANAF = datetime(2020, 1, 1, tzinfo=UTC)  # SEQUENCE counts the seconds since then: it fits until 2088
DAG_ERVOOR = timedelta(hours=-15)  # nine in the morning of the day before a whole day


def maak_kalender(planning: Planning[Gidsstap], gids: Gids, site: str, nu: datetime, adres: str = "") -> bytes:
    """Return a calendar with an event of whole days per step of `planning`, and one with an alarm per milestone.

    `site` names the site, `nu` is the moment of asking. `adres` is that of the guide, where the site knows its own.
    Raises ValueError for a planning without dates.
    """
    if planning.eerste_lesdag is None:
        raise ValueError("a planning without dates has no place in a calendar")
    project = f"{gids.naam}: opleiding vanaf {in_woorden(planning.eerste_lesdag)}"
    kalender = Calendar()
    kalender.add("prodid", "-//Ontwikkelpad//Planning//NL")
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("method", "PUBLISH")
    kalender.add("x-wr-calname", vText(" ".join(zonder_stuurtekens(project).split())))
    for balk in planning.balken:
        for afspraak in _afspraken(balk, gids, f"{gids.naam}, {site}", adres):
            afspraak.add("dtstamp", nu.astimezone(UTC))
            afspraak.add("last-modified", nu.astimezone(UTC))
            afspraak.add("sequence", int((nu - TELT_VANAF).total_seconds()))
            afspraak.add("transp", "TRANSPARENT")  # whoever has a step is not busy all day
            if adres:
                afspraak.add("url", f"{adres}#stap-{balk.stap.slug}")
            kalender.add_component(afspraak)
    return bytes(kalender.to_ical())


def _afspraken(balk: Balk[Gidsstap], gids: Gids, waar: str, adres: str) -> Iterator[Event]:
    """Yield the events of a step: itself, and its milestones."""
    stap = balk.stap
    meer = f"Meer lezen: {adres}#stap-{stap.slug}" if adres else f"Meer lezen: {waar}, stap {stap.nummer}"
    taken = [f"- {taak.tekst}" for taak in stap.taken if taak.gids == gids.slug]
    wat = [f"Wie: {stap.wie}", *(["Wat je doet:", *taken] if taken else []), "Kijk ook naar de schoolvakanties.", meer]
    if balk.van and balk.tot:
        naam = f"Stap {stap.nummer}: {stap.naam}"
        yield _afspraak(f"{gids.sleutel} {stap.sleutel}", naam, balk.van, balk.tot, wat)
    for punt in balk.punten:
        if punt.dag:
            yield _mijlpaal(punt.mijlpaal, punt.dag, f"{gids.sleutel} {stap.sleutel}", meer)


def _mijlpaal(mijlpaal: Mijlpaal, dag: date, van: str, meer: str) -> Event:
    wat = [*filter(None, [mijlpaal.toelichting]), meer]
    afspraak = _afspraak(f"{van} {mijlpaal.sleutel}", f"Mijlpaal: {mijlpaal.naam}", dag, dag, wat)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", zonder_stuurtekens(f"Morgen: {mijlpaal.naam}"))
    alarm.add("trigger", DAG_ERVOOR)
    afspraak.add_component(alarm)
    return afspraak


def _afspraak(kenmerk: str, naam: str, van: date, tot: date, wat: list[str]) -> Event:
    afspraak = Event()
    afspraak.add("uid", str(uuid5(NAMESPACE_URL, f"ontwikkelpad {kenmerk}")))
    afspraak.add("dtstart", van)
    afspraak.add("dtend", tot + timedelta(days=1))  # the first day after it
    afspraak.add("summary", zonder_stuurtekens(naam))
    afspraak.add("description", zonder_stuurtekens("\n".join(wat)))
    return afspraak


def zonder_stuurtekens(tekst: str) -> str:
    """Return `tekst` without what a calendar may not hold: control characters other than a new line."""
    return "".join(teken for teken in tekst if teken == "\n" or category(teken) != "Cc")
