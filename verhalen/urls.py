from django.urls import path

from verhalen import views

app_name = "verhalen"
urlpatterns = [
    path("", views.verhalen, name="verhalen"),
    path("<slug:slug>/", views.verhaal, name="verhaal"),
]
