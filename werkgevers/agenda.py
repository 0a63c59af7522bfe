"""The planning as a file for a calendar (RFC 5545): values in, bytes out."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from unicodedata import category
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from werkgevers.document import Gids, Gidsstap
from werkgevers.planning import Balk, Planning


def maak_kalender(planning: Planning[Gidsstap], gids: Gids, site: str, bijgewerkt: date, adres: str = "") -> bytes:
    """Return a calendar with one event of whole days per step of `planning`, which must have dates.

    `site` names the site, `bijgewerkt` is the day of the edition: the same edition always gives the
    same bytes. `adres` is that of the guide, where the site knows its own.
    """
    kalender = Calendar()
    kalender.add("prodid", "-//Ontwikkelpad//Planning//NL")
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("method", "PUBLISH")
    kalender.add("x-wr-calname", " ".join(zonder_stuurtekens(f"{gids.naam}, {site}").split()))
    for balk in planning.balken:
        kalender.add_component(_afspraak(balk, gids, site, bijgewerkt, adres))
    return bytes(kalender.to_ical())


def _afspraak(balk: Balk[Gidsstap], gids: Gids, site: str, bijgewerkt: date, adres: str) -> Event:
    if balk.van is None or balk.tot is None:
        raise ValueError("a planning without dates has no place in a calendar")
    stap = balk.stap
    afspraak = Event()
    afspraak.add("uid", str(uuid5(NAMESPACE_URL, f"{site} {stap.slug} {balk.van}")))
    afspraak.add("dtstamp", datetime.combine(bijgewerkt, time(), UTC))
    afspraak.add("dtstart", balk.van)
    afspraak.add("dtend", balk.tot + timedelta(days=1))  # the first day after it
    afspraak.add("summary", zonder_stuurtekens(f"Stap {stap.nummer}: {stap.naam}"))
    afspraak.add("description", zonder_stuurtekens("\n".join(_uitleg(stap, gids, site, adres))))
    afspraak.add("transp", "TRANSPARENT")  # whoever has a step is not busy all day
    if adres:
        afspraak.add("url", f"{adres}#stap-{stap.slug}")
    return afspraak


def _uitleg(stap: Gidsstap, gids: Gids, site: str, adres: str) -> Sequence[str]:
    taken = [f"- {taak.tekst}" for taak in stap.taken if taak.gids == gids.slug]
    waar = f"{adres}#stap-{stap.slug}" if adres else f"de gids ‘{gids.naam}’ van {site}, stap {stap.nummer}"
    return [
        f"Wie: {stap.wie}",
        *(["Wat je doet:", *taken] if taken else []),
        "De weken zijn ons voorstel. Kijk ook naar de schoolvakanties.",
        f"Meer lezen: {waar}",
    ]


def zonder_stuurtekens(tekst: str) -> str:
    """Return `tekst` without what a calendar may not hold: control characters other than a new line."""
    return "".join(teken for teken in tekst if teken == "\n" or category(teken) != "Cc")
