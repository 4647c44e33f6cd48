"""How each language writes times, one way for every page (Django's FORMAT_MODULE_PATH)."""
