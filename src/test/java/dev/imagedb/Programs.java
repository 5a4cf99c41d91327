package dev.imagedb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Programs of the machine that some tests need.
public final class Programs {
  private Programs() {}

  /// Skips the test where one of these is not here.
  static void require(String... names) {
    for (String name : names) {
      assumeTrue(isHere(name), name + " is not here");
    }
  }

  private static boolean isHere(String name) {
    return Pattern.compile(File.pathSeparator)
        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  /// What the JDK's `jcmd` tells of a process of Java.
  public static String jcmd(Process process, String command) throws Exception {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process asked =
        new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), command)
            .redirectErrorStream(true)
            .start();
    return new String(asked.getInputStream().readAllBytes(), UTF_8);
  }

  /// Runs one in a folder; gives what it printed, errors included.
  static String output(Path folder, String... command) throws Exception {
    Launched run = Launched.end(Launched.start(folder, List.of(command)), folder);
    return run.out() + run.err();
  }
}
