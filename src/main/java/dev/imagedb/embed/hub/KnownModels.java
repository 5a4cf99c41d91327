package dev.imagedb.embed.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagedb.fault.Spelling;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The names of published models: a few short ones of our own, and OpenCLIP's pairs of an
/// architecture and a tag (facts from `open_clip/pretrained.py`). As in OpenCLIP, case does not
/// matter, and a tag may be written with hyphens.
public final class KnownModels {
  private static final int MOST_SUGGESTIONS = 3;

  private static final List<KnownModel> SHORT =
      rows("short-names.tsv").map(row -> new KnownModel(row[0], row[1], row[2])).toList();

  private static final List<KnownModel> PAIRS =
      rows("known-models.tsv")
          .map(row -> new KnownModel(row[0] + "/" + row[1], row[2], ""))
          .toList();

  private KnownModels() {}

  /// Names for what people need most.
  public static List<KnownModel> shortNames() {
    return SHORT;
  }

  /// OpenCLIP's own names, as `ViT-B-32/laion2b_s34b_b79k`.
  public static List<KnownModel> pairs() {
    return PAIRS;
  }

  /// The repository of a name; empty where it is none of these.
  ///
  /// @throws UserException where it names an architecture and leaves open which training of it
  static Optional<String> repository(String name) {
    return Stream.concat(SHORT.stream(), PAIRS.stream())
        .filter(known -> plain(known.name()).equals(plain(name)))
        .findFirst()
        .or(() -> ofArchitecture(name))
        .map(KnownModel::repository);
  }

  /// Names that were perhaps meant, the likeliest first.
  static List<String> near(String name) {
    return Spelling.near(
        name,
        Stream.of(
                SHORT.stream().map(KnownModel::name),
                PAIRS.stream().map(KnownModel::name),
                PAIRS.stream().map(KnownModel::repository),
                Stream.of("builtin"))
            .flatMap(names -> names)
            .toList());
  }

  /// An architecture by itself names a model where it was published but once; with a tag that it
  /// does not have, it is no organisation of the hub.
  private static Optional<KnownModel> ofArchitecture(String name) {
    String architecture = name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
    List<KnownModel> trained =
        PAIRS.stream()
            .filter(pair -> plain(pair.name()).startsWith(plain(architecture) + "/"))
            .toList();
    if (trained.isEmpty()) {
      return Optional.empty();
    }
    boolean alone = architecture.equals(name);
    if (alone && trained.size() == 1) {
      return Optional.of(trained.getFirst());
    }
    throw ambiguous(name, alone, trained);
  }

  private static UserException ambiguous(String name, boolean alone, List<KnownModel> trained) {
    List<String> names =
        trained.stream()
            .map(KnownModel::name)
            .sorted(Comparator.comparingInt(pair -> Spelling.mistakes(name, pair)))
            .limit(MOST_SUGGESTIONS)
            .toList();
    return UserException.usage(
        alone
            ? "\"%s\" was published with %d trainings: say which".formatted(name, trained.size())
            : "no training of that name is known of \"" + name + "\"",
        String.join(", or ", names) + "; all: imagedb models --known");
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The lines of a resource below its header, split into columns.
  private static Stream<String[]> rows(String resource) {
    try (InputStream in = KnownModels.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its " + resource);
      }
      String table = new String(in.readAllBytes(), UTF_8);
      return table.lines().skip(1).map(line -> line.split("\t", -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
