package dev.imagedb.bench;

import dev.imagedb.bench.child.Imagedb;
import dev.imagedb.bench.input.Library;
import dev.imagedb.bench.input.Made;
import dev.imagedb.embed.openclip.RandomCheckpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/// Where the processor time of indexing goes: what its threads were at whenever another ten
/// milliseconds of it were used up, native code included (JEP 509, on Linux).
///
/// Run with `mvn -q -Pbench test-compile exec:exec@profile`. The recording stays in `target`, to be
/// looked at closely (`jfr view`, or as a flame graph in JDK Mission Control).
final class IndexProfile {
  private static final String SAMPLE = "jdk.CPUTimeSample";
  private static final int PICTURES = 200;

  /// What a thread is at, by the method that it is in. The first that fits counts.
  @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot be changed
  private enum Stage {
    LOAD("load the model", "Tower.load"),
    CRAWL("crawl", "FileFeed.next"),
    READ("read the file", "IndexWorker.read"),
    HASH("SHA-256", "IndexWorker.sha256"),
    METADATA("metadata", "MetadataReader.read"),
    DECODE("decode, turn, shrink", "ImageDecoder.decode"),
    LOOK("perceptual hash", "PerceptualHasher.hash"),
    PREPARE("resize for the model", "OpenClipModel.prepare"),
    NETWORK("network", "ImageTower.embed"),
    STORE("write the index", "LucenePhotoWriter.put", "LucenePhotoWriter.commit"),
    REST("start, and the rest");

    private final String label;
    private final Set<String> methods;

    Stage(String label, String... methods) {
      this.label = label;
      this.methods = Set.of(methods);
    }

    private static Stage of(RecordedEvent sample) {
      Set<String> running =
          sample.getStackTrace() == null
              ? Set.of()
              : sample.getStackTrace().getFrames().stream()
                  .map(RecordedFrame::getMethod)
                  .map(Stage::shortName)
                  .collect(Collectors.toSet());
      for (Stage stage : values()) {
        if (stage.methods.stream().anyMatch(running::contains)) {
          return stage;
        }
      }
      return REST;
    }

    private static String shortName(RecordedMethod method) {
      String type = method.getType().getName();
      return type.substring(type.lastIndexOf('.') + 1) + "." + method.getName();
    }
  }

  private IndexProfile() {}

  public static void main(String[] precisions) throws IOException, InterruptedException {
    for (String precision : precisions) {
      IO.println("Indexing %d photographs of 12 megapixels, %s:".formatted(PICTURES, precision));
      print(samples(record(precision)));
    }
  }

  private static Path record(String precision) throws IOException, InterruptedException {
    Path recording = Made.FOLDER.resolve("index-" + precision + ".jfr").toAbsolutePath();
    new Imagedb(Made.nothing("index"), RandomCheckpoint.folder())
        .withJava(
            "-Xlog:jfr*=off -XX:StartFlightRecording:settings=none,filename=%s,+%s#enabled=true,+%s#throttle=10ms"
                .formatted(recording, SAMPLE, SAMPLE))
        .run(
            "index",
            "--force",
            "--quiet",
            "--precision",
            precision,
            Library.photographs(PICTURES).folder().toString());
    return recording;
  }

  private static Map<Stage, Integer> samples(Path recording) throws IOException {
    List<RecordedEvent> events = RecordingFile.readAllEvents(recording);
    Map<Stage, Integer> samples = new EnumMap<>(Stage.class);
    for (RecordedEvent event : events) {
      if (event.getEventType().getName().equals(SAMPLE)) {
        samples.merge(Stage.of(event), 1, Integer::sum);
      }
    }
    return samples;
  }

  private static void print(Map<Stage, Integer> samples) {
    int all = samples.values().stream().mapToInt(Integer::intValue).sum();
    for (Stage stage : Stage.values()) {
      int here = samples.getOrDefault(stage, 0);
      IO.println(
          "  %-22s %5.1f %% %8.1f ms a picture"
              .formatted(stage.label, 100.0 * here / all, 10.0 * here / PICTURES));
    }
  }
}
