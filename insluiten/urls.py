app_name = "insluiten"
urlpatterns: list = []
