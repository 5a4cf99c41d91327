package dev.imagedb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the shells themselves offer with the scripts in `completions`.
class CompletionIT {
  private static final Path SCRIPTS = Path.of("completions").toAbsolutePath();

  /// Calls the function with the words as readline takes them apart.
  private static final String BASH =
      """
      source "$0"
      COMP_WORDS=("$@")
      COMP_CWORD=$(($# - 1))
      _imagedb
      printf '%s\\n' "${COMPREPLY[@]}"
      """;

  /// Notes what is handed to `compadd` while a person at a terminal presses Tab.
  private static final String ZSH =
      """
      zmodload zsh/zpty
      print -r -- "
        PROMPT=
        fpath=($1 \\$fpath)
        autoload -Uz compinit
        compinit -D -u
        compadd() {
          if [[ \\${@[1,(i)(-|--)]} != *-(O|A|D)\\ * ]]; then
            local -a found
            builtin compadd -O found \\"\\$@\\"
            (( \\$#found )) && print -rl -- \\$found >>found
          fi
          builtin compadd \\"\\$@\\"
        }
        leave() { print >>ended; exit }
        comppostfuncs=(leave)
        bindkey '^I' complete-word
        print ready" >rc
      zpty terminal zsh -f -i
      zpty -w terminal 'source ./rc'
      zpty -r terminal line '*ready'$'\\r'
      zpty -w -n terminal "$2"$'\\t'
      for i in {1..100}; do
        [[ ! -e ended ]] || break
        sleep 0.1
      done
      [[ ! -e found ]] || cat found
      """;

  @TempDir Path folder;

  @BeforeEach
  void keepAFileAndAFolder() throws Exception {
    Files.createFile(folder.resolve("q.jpg"));
    Files.createDirectory(folder.resolve("quay"));
  }

  @Test
  void bashCompletesCommandsOptionsAndValues() throws Exception {
    Programs.require("bash");
    assertThat(bash("imagedb", "sea")).containsExactly("search");
    assertThat(bash("imagedb", "models", "p")).containsExactly("pull");
    assertThat(bash("imagedb", "search", "--so")).containsExactly("--sort");
    assertThat(bash("imagedb", "search", "--sort", "ta")).containsExactly("taken");
    assertThat(bash("imagedb", "search", "--sort", "=", "ta")).containsExactly("taken");
    assertThat(bash("imagedb", "search", "--sort", "=")).startsWith("score", "taken");
    assertThat(bash("imagedb", "search", "--facet", "camera,y")).containsExactly("camera,year");
    assertThat(bash("imagedb", "search", "--model", "built")).containsExactly("builtin");
    assertThat(bash("imagedb", "search", "-k", "")).containsExactly("");
  }

  @Test
  void bashCompletesFilesAndFolders() throws Exception {
    Programs.require("bash");
    assertThat(bash("imagedb", "search", "--image", "q"))
        .containsExactlyInAnyOrder("q.jpg", "quay");
    assertThat(bash("imagedb", "search", "--under", "q")).containsExactly("quay");
    assertThat(bash("imagedb", "index", "q")).containsExactlyInAnyOrder("q.jpg", "quay");
  }

  @Test
  void zshCompletesCommandsOptionsAndValues() throws Exception {
    Programs.require("zsh");
    assertThat(zsh("imagedb sea")).containsExactly("search");
    assertThat(zsh("imagedb models p")).containsExactly("pull");
    assertThat(zsh("imagedb search --so")).containsExactly("--sort");
    assertThat(zsh("imagedb search --sort ta")).containsExactly("taken");
    assertThat(zsh("imagedb search --sort=ta")).containsExactly("taken");
    assertThat(zsh("imagedb search --facet camera,y")).containsExactly("year");
    assertThat(zsh("imagedb search --model built")).containsExactly("builtin");
    assertThat(zsh("imagedb search -k ")).isEmpty();
  }

  @Test
  void zshCompletesFilesAndFolders() throws Exception {
    Programs.require("zsh");
    assertThat(zsh("imagedb search --image q")).contains("q.jpg", "quay");
    assertThat(zsh("imagedb search --under q")).contains("quay").doesNotContain("q.jpg");
  }

  @Test
  void fishCompletesCommandsOptionsAndValues() throws Exception {
    Programs.require("fish");
    assertThat(fish("imagedb sea"))
        .containsExactly(
            "search\tFind pictures by picture, by words that describe them, by their metadata");
    assertThat(fish("imagedb models p"))
        .containsExactly("pull\tFetch a model, or bring it up to date; goes on where it broke off");
    assertThat(fish("imagedb search --so")).singleElement().asString().startsWith("--sort\t");
    assertThat(words(fish("imagedb search --sort ta"))).containsExactly("taken");
    assertThat(words(fish("imagedb search --sort=ta"))).containsExactly("--sort=taken");
    assertThat(words(fish("imagedb search --facet camera,y"))).containsExactly("camera,year");
    assertThat(words(fish("imagedb search --model built"))).containsExactly("builtin");
    assertThat(fish("imagedb search -k ")).isEmpty();
  }

  @Test
  void fishCompletesFilesAndFolders() throws Exception {
    Programs.require("fish");
    assertThat(words(fish("imagedb search --image q"))).containsExactly("q.jpg", "quay/");
    assertThat(words(fish("imagedb search --under q"))).containsExactly("quay/");
  }

  private static List<String> words(List<String> described) {
    return described.stream().map(line -> line.split("\t", 2)[0]).toList();
  }

  private List<String> bash(String... words) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("bash", "--norc", "-c", BASH, SCRIPTS.resolve("imagedb.bash").toString()));
    command.addAll(List.of(words));
    return lines(command.toArray(String[]::new));
  }

  private List<String> zsh(String line) throws Exception {
    Files.deleteIfExists(folder.resolve("found"));
    Files.deleteIfExists(folder.resolve("ended"));
    return lines("zsh", "-f", "-c", ZSH, "zsh", SCRIPTS.toString(), line);
  }

  private List<String> fish(String line) throws Exception {
    String script = "source '" + SCRIPTS.resolve("imagedb.fish") + "'; complete -C '" + line + "'";
    return lines("fish", "--no-config", "-c", script);
  }

  private List<String> lines(String... command) throws Exception {
    return Programs.output(folder, command).lines().toList();
  }
}
