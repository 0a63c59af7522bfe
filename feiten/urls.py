from django.urls import path

from feiten import views

app_name = "feiten"
urlpatterns = [path("<slug:slug>/", views.onderwerp, name="onderwerp")]
