from django.urls import path

from begrippen import views

app_name = "begrippen"
urlpatterns = [
    path("", views.begrippen, name="begrippen"),
    path("<slug:slug>/", views.begrip, name="begrip"),
]
