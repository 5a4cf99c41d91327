package dev.imagedb.store.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagedb.store.PhotoReader;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Opens a database, searches it once, and ends: what a command does beside its model.
final class OneSearch {
  private static final int NEAREST = 10;

  /// What `bin/imagedb` gives to one search.
  private static final List<String> OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");

  private OneSearch() {}

  /// Tells how long both took.
  ///
  /// @param database its folder; the vector comes through standard input
  public static void main(String[] database) throws IOException {
    float[] prompt = new float[BenchmarkLibrary.DIMENSION];
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
    for (int i = 0; i < prompt.length; i++) {
      prompt[i] = in.readFloat();
    }
    long start = System.nanoTime();
    try (PhotoReader reader = new LuceneStore(Path.of(database[0])).reader()) {
      long opened = System.nanoTime();
      int hits = reader.search(Plans.nearest(prompt, NEAREST)).hits().size();
      System.out.printf(
          "%d hits; opened in %.0f ms, searched in %.0f ms%n",
          hits, (opened - start) / 1e6, (System.nanoTime() - opened) / 1e6);
    }
  }

  /// Runs it as a process of its own, and waits for its end.
  static void inNewProcess(Path database, float[] prompt) throws IOException {
    Process process = new ProcessBuilder(command(database)).redirectErrorStream(true).start();
    try (DataOutputStream to =
        new DataOutputStream(new BufferedOutputStream(process.getOutputStream()))) {
      for (float number : prompt) {
        to.writeFloat(number);
      }
    }
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (!said.contains(NEAREST + " hits")) {
      throw new IOException("a search failed: " + said);
    }
  }

  private static List<String> command(Path database) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(OneSearch.class.getName(), database.toString()));
    return command;
  }
}
