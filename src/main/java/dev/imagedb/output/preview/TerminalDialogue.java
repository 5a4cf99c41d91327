package dev.imagedb.output.preview;

import dev.imagedb.output.SteadyTime;
import dev.imagedb.output.Stty;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/// Asks the terminal itself what it can do.
///
/// The answer comes as if it were typed. Until it is there, or the terminal has had its time, what
/// is typed is neither shown nor waited for line by line; the terminal is left as it was found.
final class TerminalDialogue {
  /// Every terminal of this machine answers within a few milliseconds.
  private static final Duration PATIENCE = Duration.ofMillis(150);

  /// An answer that comes too late would be typed at the next prompt.
  private static final Duration PATIENCE_FAR_AWAY = Duration.ofSeconds(1);

  /// Reads return at once, or with nothing after a tenth of a second; a Ctrl-C of these
  /// milliseconds must not leave the terminal so.
  private static final String[] UNSEEN = {"-icanon", "-echo", "-isig", "min", "0", "time", "1"};

  /// Whatever a terminal shows of questions that it does not know, it shows on this line.
  private static final String WIPE = "\r\u001b[K";

  private TerminalDialogue() {}

  /// What the terminal answers; nothing where there is none, or it cannot be asked.
  ///
  /// @param variables of the environment, which tell whether the terminal is on another machine
  static TerminalReply ask(Map<String, String> variables) {
    boolean far = variables.containsKey("SSH_CONNECTION");
    return Stty.run("-g")
        .filter(_ -> Stty.run(UNSEEN).isPresent())
        .map(before -> askUnseen(far ? PATIENCE_FAR_AWAY : PATIENCE, before))
        .orElse(TerminalReply.NONE);
  }

  private static TerminalReply askUnseen(Duration patience, String before) {
    try (OutputStream out = new FileOutputStream(Stty.CONTROLLING_TERMINAL);
        InputStream in = new FileInputStream(Stty.CONTROLLING_TERMINAL)) {
      out.write(TerminalReply.QUESTION.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      String reply = read(in, new SteadyTime(), patience);
      out.write(WIPE.getBytes(StandardCharsets.US_ASCII));
      return TerminalReply.of(reply);
    } catch (IOException _) {
      return TerminalReply.NONE;
    } finally {
      Stty.run(before);
    }
  }

  /// What comes in until it is whole, or the time is over.
  ///
  /// @param in gives nothing, rather than wait, where there is nothing
  static String read(InputStream in, InstantSource clock, Duration patience) throws IOException {
    Instant end = clock.instant().plus(patience);
    StringBuilder reply = new StringBuilder();
    byte[] bytes = new byte[256];
    while (!TerminalReply.isWhole(reply.toString()) && clock.instant().isBefore(end)) {
      int length = in.read(bytes);
      reply.append(new String(bytes, 0, Math.max(0, length), StandardCharsets.ISO_8859_1));
    }
    return reply.toString();
  }
}
