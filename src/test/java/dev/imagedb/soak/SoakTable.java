package dev.imagedb.soak;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// What was measured after each round, as lines of `target/soak.tsv`, and the verdict over all.
final class SoakTable implements AutoCloseable {
  /// With fewer, warming up is most of what one sees: only what must be nought is judged.
  private static final int ENOUGH = 24;

  private static final Path FILE = Path.of("target/soak.tsv");
  private static final String FOOTPRINT =
      "%1$s resident\t%1$s heap\t%1$s handles\t%1$s threads\t%1$s replaced";

  private record Round(
      double minute,
      long pictures,
      double bytesPerPicture,
      double temporary,
      Footprint server,
      Footprint shell) {

    String line() {
      return String.format(
              Locale.ROOT, "%.1f\t%d\t%.0f\t%.0f\t", minute, pictures, bytesPerPicture, temporary)
          + cells(server)
          + "\t"
          + cells(shell);
    }

    private static String cells(Footprint of) {
      return String.format(
          Locale.ROOT,
          "%.1f\t%.2f\t%d\t%d\t%d",
          of.resident(),
          of.heap(),
          of.handles(),
          of.threads(),
          of.replaced());
    }
  }

  private final List<Round> rounds = new ArrayList<>();
  private final PrintWriter out;

  SoakTable() throws IOException {
    out = new PrintWriter(Files.newBufferedWriter(FILE), /* autoFlush= */ true);
    out.println(
        "minute\tpictures\tbytes a picture\ttemporary files\t"
            + FOOTPRINT.formatted("server")
            + "\t"
            + FOOTPRINT.formatted("shell"));
  }

  void add(Duration since, long pictures, Imagedb imagedb, Footprint server, Footprint shell)
      throws IOException {
    Round round =
        new Round(
            since.toMillis() / 60_000.0,
            pictures,
            imagedb.bytes() / (double) pictures,
            imagedb.temporaryFiles(),
            server,
            shell);
    rounds.add(round);
    out.println(round.line());
  }

  /// What is larger in the end than it was.
  List<String> grown() {
    List<Trend> trends =
        Stream.of(
                Stream.of(
                    trend("bytes a picture", Round::bytesPerPicture, 0.5, 0),
                    trend("temporary files", Round::temporary, 0, 0)),
                footprint("server", Round::server),
                footprint("shell", Round::shell))
            .flatMap(all -> all)
            .toList();
    trends.forEach(out::println);
    Stream<String> held =
        rounds.stream()
            .filter(round -> round.server().replaced() + round.shell().replaced() > 0)
            .map(round -> "replaced files are held: " + round.line());
    Stream<String> grown =
        trends.stream()
            .filter(trend -> rounds.size() >= ENOUGH && !trend.isFlat())
            .map(Trend::toString);
    return Stream.concat(held, grown).toList();
  }

  private Stream<Trend> footprint(String who, Function<Round, Footprint> of) {
    return Stream.of(
        trend(who + "'s resident megabytes", round -> of.apply(round).resident(), 0.1, 16),
        trend(who + "'s live megabytes on the heap", round -> of.apply(round).heap(), 0.1, 2),
        trend(who + "'s handles", round -> of.apply(round).handles(), 0, 4),
        trend(who + "'s threads", round -> of.apply(round).threads(), 0, 4));
  }

  private Trend trend(String name, ToDoubleFunction<Round> figure, double share, double slack) {
    return new Trend(name, rounds.stream().mapToDouble(figure).boxed().toList(), share, slack);
  }

  @Override
  public void close() {
    out.close();
  }
}
