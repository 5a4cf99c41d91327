package dev.imagedb.embed.openclip;

import ai.djl.engine.EngineException;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells where libtorch has got no memory, which is the machine's to give and not Java's (`-Xmx`).
final class TorchMemory {
  /// Of `c10/core/impl/alloc_cpu.cpp`; with the bytes that were asked for, where it tells them.
  private static final Pattern REFUSAL =
      Pattern.compile(
          "DefaultCPUAllocator: (?:not enough memory|can't allocate memory)"
              + "(?:: you tried to allocate (\\d+) bytes)?|std::bad_alloc");

  private TorchMemory() {}

  static boolean isShort(EngineException failure) {
    return REFUSAL.matcher(String.valueOf(failure.getMessage())).find();
  }

  /// What its user can do about it.
  static UserException tooLittle(EngineException failure) {
    Matcher refusal = REFUSAL.matcher(String.valueOf(failure.getMessage()));
    String wanted = refusal.find() ? refusal.group(1) : null;
    return new UserException(
        ExitCode.FAILED,
        "the machine has no memory left for the model"
            + (wanted == null ? "" : ", which asked for %s MB more".formatted(megabytes(wanted))),
        "close other programs, or IMAGEDB_JAVA_OPTIONS=-Xmx1g imagedb …, or a smaller model",
        failure);
  }

  private static String megabytes(String bytes) {
    return bytes.length() > 18
        ? bytes
        : Long.toString(Math.ceilDiv(Long.parseLong(bytes), 1 << 20));
  }
}
