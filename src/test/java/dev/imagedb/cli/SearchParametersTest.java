package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SearchParametersTest {
  @Test
  void areTheOptionsOfSearchButThoseThatReadWhatIsNotInTheDatabase() {
    Set<String> options =
        new CommandLine(new SearchParameters())
            .getCommandSpec().options().stream()
                .map(option -> option.longestName().replaceFirst("^-+", ""))
                .collect(Collectors.toSet());
    options.removeAll(Set.of("image", "not-image", "like", "queries"));

    assertThat(SearchParameters.NAMES).isEqualTo(options);
  }

  @Test
  void areDescribed() throws IOException {
    Set<String> named = new HashSet<>(SearchParameters.NAMES);
    named.addAll(Set.of("like", "picture"));

    assertThat(description().getAsJsonObject("components").getAsJsonObject("parameters").keySet())
        .isEqualTo(named);
  }

  private static JsonObject description() throws IOException {
    try (InputStream in =
        SearchParametersTest.class.getResourceAsStream("/dev/imagedb/serve/openapi.json")) {
      return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .getAsJsonObject();
    }
  }
}
