package dev.imagedb.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/// Asks the operating system about the terminal.
///
/// A whole JLine terminal takes most of a second and sends questions to the screen, so it is left
/// to the shell. Whether a stream is a terminal is read from Linux's `/proc`, or asked through
/// JLine's provider elsewhere; the width comes from `$COLUMNS`, or from `stty` on the controlling
/// terminal, which answers even where standard input is a pipe.
public final class TerminalDevice {
  private static final Path LINUX_DESCRIPTORS = Path.of("/proc/self/fd");

  private TerminalDevice() {}

  static Screen screen(Map<String, String> environment) {
    boolean showsOut = isTerminal(1, "Output");
    return new Screen(
        showsOut,
        isTerminal(2, "Error"),
        new TerminalWidth(environment),
        ColourChoice.of(environment).on(showsOut),
        isDumb(environment) ? ProgressStyle.PLAIN : ProgressStyle.AUTO);
  }

  /// Whether the terminal, if there is one, cannot move its cursor.
  static boolean isDumb(Map<String, String> environment) {
    return environment.getOrDefault("TERM", "dumb").equals("dumb");
  }

  /// Whether standard input is a terminal, where a person types.
  public static boolean isInput() {
    return isTerminal(0, "Input");
  }

  /// Whether a file descriptor is a terminal. JLine's name of the stream is a string, so that its
  /// classes are loaded only where they are needed.
  private static boolean isTerminal(int descriptor, String stream) {
    try {
      Path link = LINUX_DESCRIPTORS.resolve(Integer.toString(descriptor));
      return Files.isSymbolicLink(link)
          ? isTerminalName(Files.readSymbolicLink(link).toString())
          : TerminalProvider.load("exec").isSystemStream(SystemStream.valueOf(stream));
    } catch (IOException | UncheckedIOException _) {
      return false;
    }
  }

  /// Whether a device is a terminal, by Linux's names for them (`devices.txt` of the kernel).
  static boolean isTerminalName(String device) {
    return device.startsWith("/dev/pts/")
        || device.startsWith("/dev/tty")
        || device.equals("/dev/console");
  }

  /// What `stty size` prints, rows and columns, of the controlling terminal.
  static OptionalInt widthFromStty() {
    return Stty.run("size")
        .map(size -> TerminalWidth.columns(size.substring(size.indexOf(' ') + 1)))
        .orElseGet(OptionalInt::empty);
  }
}
