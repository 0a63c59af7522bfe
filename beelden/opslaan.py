"""Keeping a picture that somebody sends, and its sizes."""

from beelden import maken
from beelden.maten import bronnaam, naam, namen
from uitgave.beelden import bestaand, bewaar, merk_van, uit_database


def neem_op(inhoud: bytes, bestandsnaam: str) -> str:
    """Keep the picture in a file and return its hash. Raises maken.Geweigerd; then nothing is kept."""
    bron = maken.bron(inhoud, bestandsnaam)
    merk = merk_van(bron)
    bewaar(bronnaam(merk), bron)
    return merk


def zorg_voor_maten(merk: str, focus_x: int, focus_y: int) -> None:
    """Make the sizes of a picture that are not there yet. Of a picture that is not there, nothing can be made."""
    nodig = namen(merk, focus_x, focus_y)
    if len(bestaand(nodig)) == len(nodig) or (bron := uit_database(bronnaam(merk))) is None:
        return
    for breedte, soort, inhoud in maken.maten(bron, focus_x, focus_y):
        bewaar(naam(merk, focus_x, focus_y, breedte, soort), inhoud)
