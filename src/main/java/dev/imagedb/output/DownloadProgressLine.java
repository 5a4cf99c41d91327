package dev.imagedb.output;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Shows on standard error how far a download is: `downloading open_clip_model.safetensors
/// ━━━━━───── 248.1 MB of 605.2 MB, 12.4 MB/s, 29 s left`. Safe for use by many threads.
public final class DownloadProgressLine {
  private final ProgressLine line;
  private final InstantSource clock;
  private @Nullable File current;

  /// A file that is being fetched.
  private record File(String name, Pace pace) {}

  public DownloadProgressLine(Console console) {
    this(console, new SteadyTime());
  }

  DownloadProgressLine(Console console, InstantSource clock) {
    this.line = new ProgressLine(console, clock);
    this.clock = clock;
  }

  /// Tells how much of a file is here.
  ///
  /// @param file its name, without folders
  /// @param bytes that are here, those of an earlier attempt included
  /// @param total how many there will be; less than 1 where that is not known
  public void update(String file, long bytes, long total) {
    Pace pace = pace(file, bytes);
    line.show(now -> text(file, bytes, total, pace, now));
  }

  private synchronized Pace pace(String file, long bytes) {
    if (current == null || !current.name().equals(file)) {
      current = new File(file, new Pace(clock.instant(), bytes));
    }
    return current.pace();
  }

  /// The download is over, well or badly.
  public void finish() {
    line.clear();
  }

  private static ProgressText text(String file, long bytes, long total, Pace pace, Instant now) {
    boolean bounded = total > 0;
    boolean warm = pace.isKnown(bytes, now);
    String facts =
        Quantities.bytes(bytes)
            + (bounded ? " of " + Quantities.bytes(total) : "")
            + (warm ? ", " + Quantities.bytes((long) pace.rate(bytes, now)) + "/s" : "")
            + (warm && bounded
                ? ", " + Quantities.roughly(pace.left(bytes, total, now)) + " left"
                : "");
    return new ProgressText(
        "downloading " + file, facts, bounded ? (double) bytes / total : Double.NaN, "");
  }
}
