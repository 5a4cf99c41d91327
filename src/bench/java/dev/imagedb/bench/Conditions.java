package dev.imagedb.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import dev.imagedb.bench.child.Imagedb;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// When, on what machine, and of which versions.
///
/// @param input that all rows were measured on
/// @param ours our own versions, by name
/// @param theirs the peers'
record Conditions(
    LocalDate date,
    String processor,
    int cores,
    long memoryBytes,
    Sizes input,
    Map<String, String> ours,
    Map<String, String> theirs) {
  private static final Path PROCESSOR_FACTS = Path.of("/proc/cpuinfo");
  private static final Path ENGINE = Path.of("target", "lib");

  static Conditions of(Setting setting) throws IOException, InterruptedException {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Conditions(
        LocalDate.now(ZoneId.systemDefault()),
        processorName(),
        system.getAvailableProcessors(),
        system.getTotalMemorySize(),
        setting.sizes(),
        ourVersions(),
        theirVersions(setting));
  }

  private static String processorName() throws IOException {
    if (!Files.exists(PROCESSOR_FACTS)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(PROCESSOR_FACTS, UTF_8)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    }
  }

  private static Map<String, String> ourVersions() throws IOException, InterruptedException {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("imagedb", Imagedb.version().replace("imagedb ", ""));
    versions.put("Java", Runtime.version().toString());
    for (String library : new String[] {"pytorch-native-cpu", "lucene-core"}) {
      versions.put(library, versionInLib(library));
    }
    return versions;
  }

  /// From the name of the jar that the program brings along.
  private static String versionInLib(String library) throws IOException {
    try (Stream<Path> jars = Files.list(ENGINE)) {
      return jars.map(jar -> jar.getFileName().toString())
          .filter(name -> name.startsWith(library + "-"))
          .map(name -> name.substring(library.length() + 1).replaceAll("(-[a-z].*)?[.]jar$", ""))
          .findFirst()
          .orElse("?");
    }
  }

  private static Map<String, String> theirVersions(Setting setting) {
    try {
      return setting.python().peers().versions();
    } catch (Skip missing) {
      return Map.of();
    }
  }

  static String told(Map<String, String> versions) {
    return versions.entrySet().stream()
        .map(version -> version.getKey() + " " + version.getValue())
        .collect(Collectors.joining(", "));
  }
}
