"""What the admin shows of the desk itself and of the engine; content is registered by its own app."""

from django.contrib import admin
from django.http import HttpRequest

from redactie.links.beheer import LinkControleBeheer
from redactie.modelbeheer import AlleenLezen
from redactie.models import LinkControle
from redactie.uitgavebeheer import UitgaveBeheer
from uitgave.models import Eenmalig, GeladenFixture, Uitgave

admin.site.register(LinkControle, LinkControleBeheer)
admin.site.register(Uitgave, UitgaveBeheer)


@admin.register(GeladenFixture)
class GeladenFixtureBeheer(AlleenLezen):
    """For who looks after the server: it has no place in what editors see."""

    list_display = ("naam", "geladen_op")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False


@admin.register(Eenmalig)
class EenmaligBeheer(GeladenFixtureBeheer):
    """For the same people."""

    list_display = ("naam", "gedaan_op")
