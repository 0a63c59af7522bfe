"""The public addresses: a contract, for links get shared and printed."""

from django.conf import settings
from django.urls import include, path

from ontwikkelpad import views

urlpatterns = [
    *(path(begin, include(adressen)) for begin, adressen in settings.OPENBAAR.items()),
    path("", include("papier.urls")),
    path("zoeken/", views.zoeken, name="zoeken"),
    path("over/", views.over, name="over"),
    path("logo.svg", views.logo, name="logo"),
    path("kleuren.css", views.kleuren, name="kleuren"),
    path("over/wijzigingen/", views.wijzigingen, name="wijzigingen"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
    path("site.webmanifest", views.webmanifest, name="webmanifest"),
    path("favicon.ico", views.favicon, name="favicon"),
]
