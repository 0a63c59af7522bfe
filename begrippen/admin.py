from django.contrib import admin

from begrippen.models import Begrip
from redactie.modelbeheer import BRON, InhoudBeheer


@admin.register(Begrip)
class BegripBeheer(InhoudBeheer):
    list_display = ("naam", "varianten", "uitleg", "gelinkt", "zichtbaar", "gecontroleerd_op")
    list_filter = ("gelinkt", *InhoudBeheer.list_filter)
    search_fields = ("naam", "varianten", "uitleg")
    prepopulated_fields = {"slug": ("naam",)}
    fieldsets = ((None, {"fields": ("naam", "slug", "varianten", "uitleg", "url", "gelinkt")}), BRON)
