from django.urls import path, re_path

from werkgevers import gespreksviews, views

app_name = "werkgevers"
urlpatterns = [
    path("", views.werkgevers, name="werkgevers"),
    path("gesprek/", gespreksviews.gesprek, name="gesprek"),
    path("gesprek/doel/", gespreksviews.doel, name="doel"),
    path("gesprek/afspraken/", gespreksviews.afspraken, name="afspraken"),
    path("gesprek/blad/", gespreksviews.blad, name="blad"),
    path("zij-instroom/", views.zij_instroom, name="zij_instroom"),
    path("zij-instroom/planning.ics", views.agenda, name="agenda"),
    re_path(r"^zij-instroom/(?P<versie>huisarts|kandidaat)/$", views.gids, name="gids"),
    path("leerwegen/", views.leerwegen, name="leerwegen"),
    path("praktijk/", views.praktijk, name="praktijk"),
]
