package dev.imagedb.output;

import java.time.InstantSource;

/// Draws how far a download is on standard error, where that is a terminal: `downloading
/// open_clip_model.safetensors: 41 %, 248.1 MB of 605.2 MB`. Safe for use by many threads.
public final class DownloadProgressLine {
  private final ProgressLine line;

  public DownloadProgressLine(Console console) {
    this(console, InstantSource.system());
  }

  DownloadProgressLine(Console console, InstantSource clock) {
    this.line = new ProgressLine(console, clock);
  }

  /// Tells how much of a file is here.
  ///
  /// @param file its name, without folders
  /// @param bytes that are here
  /// @param total how many there will be; less than 1 where that is not known
  public void update(String file, long bytes, long total) {
    line.draw(() -> text(file, bytes, total));
  }

  /// The download is over, well or badly.
  public void finish() {
    line.clear();
  }

  static String text(String file, long bytes, long total) {
    String amount = Quantities.bytes(bytes);
    if (total < 1) {
      return "downloading " + file + ": " + amount;
    }
    long percent = (long) Math.floor(100.0 * bytes / total);
    return "downloading %s: %d %%, %s of %s"
        .formatted(file, percent, amount, Quantities.bytes(total));
  }
}
