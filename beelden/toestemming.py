"""What the desk says about the consent of a photo: a shorter one holds at once, a longer one once it is published.

So nothing that is typed shows a photo longer than somebody who may publish wanted, and nothing that is published, not
even an earlier edition, shows one longer than the desk says (see `uitgave/toestemming.py`).
"""

from datetime import date

import msgspec
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from reversion.models import Version

from beelden.document import Foto as Fotorij
from beelden.models import Foto
from redactie.geschiedenis.waarden import waarden_van
from uitgave.huidig import huidig
from uitgave.intrekken import nu_ingetrokken, nu_korter, trek_in, zet_korter
from uitgave.models import Uitgave
from uitgave.toestemming import Bijlagen, ingetrokken, korter
from uitgave.vastleggen import alleen, vastleggen


class _Fotos(msgspec.Struct):
    """Of a document as it is stored, no more than its photos."""

    class Rij(msgspec.Struct):
        sleutel: str
        tot: date | None = None

    fotos: list[Rij] = []


def beelden_van(foto: Foto) -> set[str]:
    """Return every picture that a photo has, has on the site or ever had: consent is about all of them."""
    rijen = huidig.pad.uitgave.document.alle(Fotorij) if huidig.pad else ()
    op_de_site = [rij.beeld for rij in rijen if rij.sleutel == foto.sleutel]
    eerder = [waarden_van(versie).get("beeld") for versie in Version.objects.get_for_object(foto)]
    return {beeld for beeld in (foto.beeld, *op_de_site, *eerder) if beeld}


def is_weg(foto: Foto) -> bool:
    """True when the consent for all pictures of a photo was taken back."""
    return nu_ingetrokken().issuperset(beelden_van(foto))


def is_korter(foto: Foto) -> bool:
    """True when editions show a photo less long than the desk says: it waits for who may publish."""
    dagen = nu_korter()
    return foto.sleutel in dagen and dagen[foto.sleutel] != foto.tot


def laat_zien(foto: Foto) -> None:
    """Let editions show a photo as long as the desk says, and not longer than they say themselves."""
    with alleen():
        _volg(foto.sleutel, foto.tot)


def neem_mee(bijlagen: Bijlagen) -> None:
    """Let what these datasets say of consent hold here too: it was said after what the desk says now.

    A photo that was deleted since counts as taken back, so that no edition shows it until somebody says so.
    """
    weg, dagen = set(ingetrokken(bijlagen)), korter(bijlagen)
    with vastleggen(None, "Toestemming van na de reservekopie"):
        for foto in Foto.objects.filter(sleutel__in=dagen):
            tot = dagen[foto.sleutel]
            if tot is None:
                weg |= beelden_van(foto)
            elif foto.tot is None or tot < foto.tot:
                foto.tot = tot
                foto.save()
        trek_in(weg, None)


def _volg(sleutel: str, tot: date | None) -> None:
    """Let the last day be that of the desk; without one, only that of an edition counts."""
    dagen = {eigen: dag for eigen, dag in nu_korter().items() if eigen != sleutel}
    zet_korter(dagen | {sleutel: tot} if tot else dagen)


@receiver(pre_save, sender=Foto)
def _korter(instance: Foto, **_: object) -> None:
    if instance.pk is None or instance.tot is None:
        return
    with alleen():
        voor = Foto.objects.filter(pk=instance.pk).values_list("sleutel", "tot").first()
        if voor is None:
            return
        sleutel, tot = voor
        dagen = nu_korter()
        tot = dagen.get(sleutel, tot)
        weg = sleutel in dagen and tot is None  # it came back, and that is not published yet
        if not weg and (tot is None or instance.tot < tot):
            _volg(sleutel, instance.tot)


@receiver(post_delete, sender=Foto)
def _weg(instance: Foto, **_: object) -> None:
    with alleen():
        zet_korter(nu_korter() | {instance.sleutel: None})


@receiver(post_save, sender=Uitgave)
def _langer(instance: Uitgave, created: bool, **_: object) -> None:
    """Let what is published hold, where it says the same as the desk; an earlier edition need not."""
    if not created or not (dagen := nu_korter()):
        return
    with alleen():
        gepubliceerd = {rij.sleutel: rij.tot for rij in msgspec.json.decode(instance.document, type=_Fotos).fotos}
        for sleutel, tot in Foto.objects.filter(sleutel__in=dagen).values_list("sleutel", "tot"):
            if sleutel in gepubliceerd and gepubliceerd[sleutel] == tot:
                _volg(sleutel, tot)
