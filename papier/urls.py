from django.urls import path

from papier import views

app_name = "papier"
urlpatterns = [
    path("ontwikkelpad.pdf", views.ontwikkelpad, name="ontwikkelpad"),
    path("functies/<slug:slug>.pdf", views.functie, name="functie"),
    path("werkvelden/<slug:slug>.pdf", views.werkveld, name="werkveld"),
]
