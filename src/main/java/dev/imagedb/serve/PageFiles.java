package dev.imagedb.serve;

import dev.imagedb.photo.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Stream;

/// The page and what it is made of, and the API's description: files that come with the program.
final class PageFiles {
  /// By the path that each is fetched from.
  private static final Map<String, String> FILES =
      Map.of(
          "/", "page/index.html",
          "/style.css", "page/style.css",
          "/icon.svg", "page/icon.svg",
          "/app.js", "page/app.js",
          "/query.js", "page/query.js",
          "/grid.js", "page/grid.js",
          "/details.js", "page/details.js",
          "/filters.js", "page/filters.js",
          "/api.js", "page/api.js",
          "/words.js", "page/words.js");

  private static final String DESCRIPTION = "openapi.json";

  /// A way to each file of the page.
  Stream<Route> routes() {
    return FILES.entrySet().stream()
        .map(file -> Route.get(file.getKey(), (_, _) -> reply(file.getValue())));
  }

  /// The API in OpenAPI 3.1.
  Reply description() {
    return reply(DESCRIPTION);
  }

  private static Reply reply(String name) {
    byte[] bytes = bytes(name);
    return Reply.ok(type(name), bytes).keptUnless(ContentHash.of(bytes));
  }

  private static byte[] bytes(String name) {
    try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program comes without " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> "application/json";
    };
  }
}
