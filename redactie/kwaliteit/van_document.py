"""The quality gate for a document that is not the working copy, such as an edition that is planned."""

from dataclasses import replace

from redactie.kwaliteit.bevindingen import Bevinding, Ernst, Regel, bevindingen
from redactie.uitwisseling.gelijkmaken import maak_gelijk
from redactie.uitwisseling.rijen import InvoerFout
from uitgave import document as d
from uitgave.vastleggen import proef


def bevindingen_van(document: d.Document) -> list[Bevinding]:
    """Return what the gate finds in `document`, as of today. Nothing is changed; others wait to save meanwhile.

    The rules read rows, so the working copy is made equal to it, judged, and put back. A finding names no row to
    open: what it is about may be something else by now.
    """
    with proef():
        try:
            maak_gelijk(document, None)
        except InvoerFout as fout:
            return [Bevinding(Ernst.FOUT, Regel.SITE, tekst) for tekst in fout.fouten]
        return [replace(bevinding, rijen=()) for bevinding in bevindingen()]
