package dev.imagedb.crawl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lines of chance leave out of a folder what git leaves out by them.
class GitIgnoreIT {
  private static final int FILES_OF_RULES = 1_500;

  private static final List<String> PIECES =
      List.of(
          "a",
          "b",
          "a",
          "b",
          "*",
          "*",
          "**",
          "/",
          "/",
          "?",
          "[",
          "]",
          "[ab]",
          "[!a]",
          "[^b]",
          "[a-",
          "-",
          "[[:alpha:]]",
          "[[:x:]]",
          "\\",
          "\\*",
          "\\\\",
          "!",
          "#",
          " ",
          "\\ ",
          "**/",
          "/**",
          "/**/",
          "0");

  private static final List<String> NAMES =
      List.of("a", "b", "ab", "a b", "a-", "[a]", "*", "]", "0", "a\\b", "!a", "#a");

  /// git 2.39 takes the letters before the first wildcard off, and then holds `a**/` for `**/`.
  private static final Pattern ODD_TO_GIT = Pattern.compile("[^/]\\*\\*+/");

  @TempDir Path folder;

  @BeforeEach
  void plant() throws IOException {
    for (String outer : NAMES.subList(0, 4)) {
      for (String inner : List.of("a", "b", "a-")) {
        Path deep = Files.createDirectories(folder.resolve(outer).resolve("d" + inner));
        for (String name : NAMES) {
          Files.createFile(deep.resolve(name));
        }
      }
    }
    for (String name : NAMES.subList(4, NAMES.size())) {
      Files.createFile(folder.resolve(name));
    }
  }

  @Test
  void agreesWithGit() throws Exception {
    assumeTrue(git("init", "-q").isEmpty(), "git is not installed");
    Random random = new Random(1);
    for (int i = 0; i < FILES_OF_RULES; i++) {
      String rules = Stream.generate(() -> line(random)).limit(3).collect(Collectors.joining("\n"));
      Files.writeString(folder.resolve(IgnoreRules.FILE_NAME), rules);
      assertThat(difference(found(), foundByGit())).as(rules).isEmpty();
    }
  }

  private static List<String> difference(Set<String> ours, Set<String> gits) {
    return Stream.concat(
            ours.stream().filter(name -> !gits.contains(name)).map("only we find "::concat),
            gits.stream().filter(name -> !ours.contains(name)).map("only git finds "::concat))
        .sorted()
        .toList();
  }

  private static String line(Random random) {
    String line =
        random
            .ints(1 + random.nextInt(5), 0, PIECES.size())
            .mapToObj(PIECES::get)
            .collect(Collectors.joining());
    return ODD_TO_GIT.matcher(line).find() ? line(random) : line;
  }

  private Set<String> found() {
    return new Crawler(CrawlRequest.of(folder), _ -> {}, FakeTree.LIMIT)
        .files()
        .map(file -> folder.relativize(file.facts().path()).toString())
        .collect(Collectors.toSet());
  }

  private Set<String> foundByGit() throws Exception {
    String names = git("ls-files", "-o", "-z", "--exclude-per-directory", IgnoreRules.FILE_NAME);
    return Stream.of(names.split("\0"))
        .filter(name -> !name.isEmpty() && !name.equals(IgnoreRules.FILE_NAME))
        .collect(Collectors.toSet());
  }

  /// What git prints; its own words where it cannot be run.
  private String git(String... arguments) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(
                  Stream.concat(Stream.of("git"), Stream.of(arguments)).toArray(String[]::new))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      process.waitFor();
      return output;
    } catch (IOException missing) {
      return String.valueOf(missing.getMessage());
    }
  }
}
