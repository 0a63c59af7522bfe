from django.urls import path

from werkgevers import gespreksviews, views

app_name = "werkgevers"
urlpatterns = [
    path("", views.werkgevers, name="werkgevers"),
    path("gesprek/", gespreksviews.gesprek, name="gesprek"),
    path("gesprek/doel/", gespreksviews.doel, name="doel"),
    path("gesprek/afspraken/", gespreksviews.afspraken, name="afspraken"),
    path("gesprek/blad/", gespreksviews.blad, name="blad"),
    path("gesprek/voorbereiden/", gespreksviews.voorbereiden, {"lezer": "werkgever"}, name="voorbereiden"),
    path("leerwegen/", views.leerwegen, name="leerwegen"),
    path("praktijk/", views.praktijk, name="praktijk"),
    path("team/", views.team, name="team"),
    path("stap/<slug:slug>/", views.gidsstap, name="gidsstap"),
    path("zij-instroom/<slug:slug>/", views.gids_op_oud_adres, name="gids_op_oud_adres"),
    # Last: a guide has any name but those above.
    path("<slug:slug>/", views.gids, name="gids"),
    path("<slug:slug>/planning.ics", views.agenda, name="agenda"),
]
