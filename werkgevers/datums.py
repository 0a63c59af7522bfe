"""Dates as people in the Netherlands write them: a text in, a day out. Pure: no Django."""

import re
from datetime import date, timedelta

JAREN = 10  # a date lies at most so many years from today; further off is a slip of the pen
MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
KORT = {"mrt": 3, "sept": 9}  # beside the first three letters of a month
MAANDNAMEN = {naam: nummer for nummer, maand in enumerate(MAANDEN, start=1) for naam in (maand, maand[:3])} | KORT
DAGNAMEN = {naam: nummer for nummer, dag in enumerate(DAGEN) for naam in (dag, dag[:2])}

# The same sign stands twice: `1-9/2026` is no date.
JAAR_EERST = re.compile(r"(?P<jaar>[0-9]{4})(?P<teken>[-/.])(?P<maand>[0-9]{1,2})(?P=teken)(?P<dag>[0-9]{1,2})")
DAG_EERST = re.compile(r"(?P<dag>[0-9]{1,2})(?P<teken>[-/. ])(?P<maand>[0-9]{1,2})((?P=teken)(?P<jaar>[0-9]{2,4}))?")
IN_WOORDEN = re.compile(
    r"((?P<weekdag>[a-z]+)\.?,? )?(?P<dag>[0-9]{1,2})((e|de|ste)(?=[- ]))?[- ]?"
    r"(?P<maand>[a-z]{3,})\.?[- ]?(?P<jaar>[0-9]{2,4})?"
)


def lees_datum(tekst: str, vandaag: date) -> date:
    """Return the day in `tekst`, such as 2026-12-7, 7-12-2026, 07/12/2026, "7 dec 2026" or "maandag 7 december 2026".

    A number before a month that is a number is the day: that is how it is written here. Raises ValueError, in
    Dutch, that says what is wrong: no date, no year of four digits, a day that does not exist, or too far from today.
    """
    tekst = " ".join("".join(teken for teken in tekst if teken.isprintable()).split())
    kern = tekst.lower()
    delen = JAAR_EERST.fullmatch(kern) or DAG_EERST.fullmatch(kern) or IN_WOORDEN.fullmatch(kern)
    gevonden = delen.groupdict() if delen else {}
    maand = gevonden.get("maand") or ""
    nummer = int(maand) if maand.isdigit() else MAANDNAMEN.get(maand)
    weekdag = gevonden.get("weekdag")
    if nummer is None or (weekdag and weekdag not in DAGNAMEN):
        raise ValueError(f"‘{kort(tekst)}’ is geen datum. Schrijf bijvoorbeeld {in_woorden(vandaag)}.")
    jaar = gevonden["jaar"] or ""
    if len(jaar) != 4:
        raise ValueError(f"‘{kort(tekst)}’ heeft geen jaar van vier cijfers. Schrijf bijvoorbeeld {vandaag.year}.")
    dag = _dag(int(jaar), nummer, int(gevonden["dag"]), vandaag)
    if weekdag and DAGNAMEN[weekdag] != dag.weekday():
        raise ValueError(f"{in_woorden(dag).capitalize()} is een {DAGEN[dag.weekday()]}. Kijk de datum na.")
    return dag


def _dag(jaar: int, maand: int, dag: int, vandaag: date) -> date:
    if not 1 <= maand <= 12:
        raise ValueError(f"Maand {maand} bestaat niet. Een jaar heeft maand 1 tot en met 12.")
    if abs(jaar - vandaag.year) > JAREN:
        kant = "terug" if jaar < vandaag.year else "vooruit"
        vroegst, laatst = vandaag.year - JAREN, vandaag.year + JAREN
        raise ValueError(f"Het jaar {jaar:04} ligt te ver {kant}. Kies een jaar van {vroegst} tot en met {laatst}.")
    try:
        return date(jaar, maand, dag)
    except ValueError:
        laatste = (date(jaar + maand // 12, maand % 12 + 1, 1) - timedelta(days=1)).day
        reden = f"{MAANDEN[maand - 1].capitalize()} {jaar} heeft dag 1 tot en met {laatste}."
        raise ValueError(f"{dag} {MAANDEN[maand - 1]} {jaar} bestaat niet. {reden}") from None


def in_woorden(dag: date) -> str:
    """Return a day as people write it: 7 december 2026."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def kort(tekst: str, lengte: int = 40) -> str:
    return tekst if len(tekst) <= lengte else f"{tekst[: lengte - 1]}…"
