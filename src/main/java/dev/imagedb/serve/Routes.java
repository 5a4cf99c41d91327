package dev.imagedb.serve;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/// All that can be asked for, by method and path.
record Routes(List<Route> all) {
  Routes {
    all = List.copyOf(all);
  }

  static Routes of(PageFiles page, SearchAnswers searches, PhotoAnswers photos) {
    Stream<Route> api =
        Stream.of(
            Route.get("/api/search", (request, _) -> searches.search(request)),
            Route.post("/api/search", (request, _) -> searches.searchByPicture(request)),
            Route.get("/api/facets", (request, _) -> searches.facets(request)),
            Route.get("/api/status", (_, _) -> searches.status()),
            Route.get("/api/photos/{id}", (_, id) -> photos.details(id)),
            Route.get("/api/photos/{id}/thumbnail", (_, id) -> photos.thumbnail(id)),
            Route.get("/api/photos/{id}/file", photos::file),
            Route.get("/api/openapi.json", (_, _) -> page.description()));
    return new Routes(Stream.concat(api, page.routes()).toList());
  }

  /// Answers a request.
  ///
  /// @throws Refusal where there is nothing at its path, or another method is wanted there
  Reply answer(Request request) throws IOException {
    List<Route> here = all.stream().filter(route -> route.leadsTo(request.path())).toList();
    if (here.isEmpty()) {
      throw Refusal.of(404, "there is nothing at " + request.path());
    }
    for (Route route : here) {
      if (route.takes(request.method())) {
        return route.answer(request);
      }
    }
    throw Refusal.of(
        405, request.path() + " is not there to " + request.method(), "Allow", methods(here));
  }

  private static String methods(List<Route> here) {
    return here.stream()
        .map(Route::method)
        .map(method -> method.equals("GET") ? "GET, HEAD" : method)
        .collect(joining(", "));
  }
}
