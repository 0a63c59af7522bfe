from django.urls import path

from artikelen import views

app_name = "artikelen"
urlpatterns = [
    path("", views.artikelen, name="artikelen"),
    path("<slug:slug>/", views.artikel, name="artikel"),
]
