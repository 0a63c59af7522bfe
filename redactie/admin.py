"""What the admin shows of the desk itself and of the engine; content is registered by its own app."""

from django.contrib import admin
from django.http import HttpRequest

from redactie.links.beheer import LinkControleBeheer
from redactie.modelbeheer import AlleenLezen
from redactie.models import LinkControle
from redactie.uitgavebeheer import UitgaveBeheer
from uitgave.models import Bijlage, Eenmalig, GeladenFixture, Sector, Uitgave

admin.site.register(LinkControle, LinkControleBeheer)
admin.site.register(Uitgave, UitgaveBeheer)


class VoorDeServer(AlleenLezen):
    """For who looks after the server: it has no place in what editors see."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False


@admin.register(GeladenFixture)
class GeladenFixtureBeheer(VoorDeServer):
    list_display = ("naam", "geladen_op")


@admin.register(Sector)
class SectorBeheer(VoorDeServer):
    list_display = ("naam", "laadfout")


@admin.register(Eenmalig)
class EenmaligBeheer(VoorDeServer):
    list_display = ("naam", "gedaan_op")


@admin.register(Bijlage)
class BijlageBeheer(VoorDeServer):
    list_display = ("naam", "overgenomen_op", "door", "wacht_op")
