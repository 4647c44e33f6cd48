from django.http import Http404, HttpRequest, HttpResponse


def soon(request: HttpRequest, **_args: object) -> HttpResponse:
    raise Http404


mine = talk = newer = block = told = open_it = choose = unsubscribe = soon
