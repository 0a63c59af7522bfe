"""All addresses. The public ones stand apart, because the preview shows them too."""

from django.contrib import admin
from django.urls import include, path

from ontwikkelpad import views
from redactie.samen import voorbeeldlinks

urlpatterns = [
    path("beheer/", admin.site.urls),
    path("voorbeeld/<str:token>/", voorbeeldlinks.gedeeld, name="voorbeeldlink"),
    path("voorbeeld/<str:token>/<path:adres>", voorbeeldlinks.gedeeld, name="voorbeeldlink_van"),
    path("livez", views.livez, name="livez"),
    path("readyz", views.readyz, name="readyz"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path("", include("ontwikkelpad.urls_openbaar")),
]

handler400 = views.fout_400
handler403 = views.fout_403
handler404 = views.fout_404
handler500 = views.fout_500
