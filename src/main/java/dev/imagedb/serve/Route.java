package dev.imagedb.serve;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A way to an answer.
///
/// @param method `GET`, which stands for `HEAD`, too, or `POST`
/// @param template of the path, as OpenAPI writes it: `/api/photos/{id}`
/// @param way a pattern of what the template stands for
record Route(String method, String template, Pattern way, Answering answering) {

  /// Answers a request.
  @FunctionalInterface
  interface Answering {
    /// Answers one.
    ///
    /// @param id what stands in the path for `{id}`; empty where the template has none
    Reply answer(Request request, String id) throws IOException;
  }

  Route(String method, String template, Answering answering) {
    this(method, template, way(template), answering);
  }

  static Route get(String template, Answering answering) {
    return new Route("GET", template, answering);
  }

  static Route post(String template, Answering answering) {
    return new Route("POST", template, answering);
  }

  private static Pattern way(String template) {
    return Pattern.compile(Pattern.quote(template).replace("{id}", "\\E(?<id>[^/]+)\\Q"));
  }

  boolean leadsTo(String path) {
    return way.matcher(path).matches();
  }

  boolean takes(String asked) {
    return asked.equals(method) || (asked.equals("HEAD") && method.equals("GET"));
  }

  Reply answer(Request request) throws IOException {
    Matcher parts = way.matcher(request.path());
    boolean named = parts.matches() && template.contains("{id}");
    return answering.answer(request, named ? parts.group("id") : "");
  }
}
