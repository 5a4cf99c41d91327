package dev.imagedb.embed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What the processor multiplies by instructions of its own, rather than by many others.
///
/// @param flags as Linux names them
public record Processor(Set<String> flags) {
  private static final Path LINUX = Path.of("/proc/cpuinfo");

  /// Of x86-64, and of 64-bit ARM.
  private static final Set<String> HALVES = Set.of("avx512_bf16", "amx_bf16", "bf16");

  /// Those that oneDNN uses for unsigned bytes by signed ones.
  private static final Set<String> BYTES = Set.of("avx512_vnni", "avx_vnni");

  public Processor {
    flags = Set.copyOf(flags);
  }

  /// This machine's, as Linux tells; other systems are not asked, and so nothing is known of them.
  public static Processor here() {
    return describedIn(LINUX);
  }

  static Processor describedIn(Path file) {
    try {
      return new Processor(
          Files.readString(file)
              .lines()
              .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
              .flatMap(line -> List.of(line.split("\\s+")).stream())
              .collect(Collectors.toSet()));
    } catch (IOException _) {
      return new Processor(Set.of());
    }
  }

  /// Whether it multiplies bfloat16, which is emulated, and slower, elsewhere.
  public boolean multipliesHalves() {
    return !Collections.disjoint(flags, HALVES);
  }

  /// Whether it multiplies 8-bit integers into 32-bit sums; elsewhere they are slower than floats,
  /// or overflow on the way.
  public boolean multipliesBytes() {
    return !Collections.disjoint(flags, BYTES);
  }
}
