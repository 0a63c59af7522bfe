"""What the admin shows of the desk itself; content is registered by its own app."""

from django.contrib import admin

from redactie.links.beheer import LinkControleBeheer
from redactie.models import LinkControle

admin.site.register(LinkControle, LinkControleBeheer)
