package dev.imagedb.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.lucene.LuceneStore;
import dev.imagedb.thumbnail.Thumbnails;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesTest {
  private static final PageFiles PAGE = new PageFiles();

  @TempDir Path folder;

  @Test
  void areTheOnesThatAreDescribed() {
    LuceneStore store = new LuceneStore(folder);
    store.writer(new VectorSpace("toy", "ab", 2, "as it is"), false).close();
    try (Library library =
        new Library(
            store,
            _ -> {
              throw new AssertionError();
            })) {
      assertThat(api(library)).isEqualTo(described());
    }
  }

  @Test
  void leadToAllFilesOfThePage() {
    assertThat(PAGE.routes().map(Route::template))
        .contains("/", "/style.css", "/app.js")
        .allSatisfy(path -> assertThat(path).doesNotStartWith("/api/"));
  }

  private Set<String> api(Library library) {
    SearchAnswers searches =
        new SearchAnswers(
            library,
            _ -> {
              throw new AssertionError();
            },
            new SentPictures(),
            new Gate(1, "full"));
    return Routes.of(PAGE, searches, new PhotoAnswers(library, new Thumbnails(folder)))
        .all()
        .stream()
        .map(route -> route.method() + " " + route.template())
        .filter(way -> way.contains(" /api/"))
        .collect(Collectors.toSet());
  }

  private static Set<String> described() {
    Reply.Bytes bytes = (Reply.Bytes) PAGE.description().content();
    JsonObject paths =
        JsonParser.parseString(new String(bytes.bytes(), StandardCharsets.UTF_8))
            .getAsJsonObject()
            .getAsJsonObject("paths");
    return paths.entrySet().stream().flatMap(RoutesTest::ways).collect(Collectors.toSet());
  }

  private static Stream<String> ways(Entry<String, JsonElement> path) {
    return path.getValue().getAsJsonObject().keySet().stream()
        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey());
  }
}
