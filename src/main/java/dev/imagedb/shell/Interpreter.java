package dev.imagedb.shell;

import dev.imagedb.fault.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Says what a line asks for.
///
/// A line that begins with a command's name is that command; any other is a search, and its words
/// up to the first option are one prompt. Where the first word is quoted, it is no command's name.
final class Interpreter {
  private final Vocabulary vocabulary;
  private final LastSearch last;
  private final Path home;
  private final Path here;

  /// @param home what `~` stands for
  /// @param here that relative names start at
  Interpreter(Vocabulary vocabulary, LastSearch last, Path home, Path here) {
    this.vocabulary = vocabulary;
    this.last = last;
    this.home = home;
    this.here = here;
  }

  /// @throws UserException where it asks for what there is not
  Action read(String line) {
    String typed = line.strip();
    if (typed.isEmpty() || typed.startsWith("#")) {
      return new Action.Rest();
    }
    if (typed.startsWith("!")) {
      return new Action.Open(last.hit(number(typed.substring(1).strip())));
    }
    List<Word> words = WordReader.words(line);
    boolean named = words.getFirst().text().equals(Vocabulary.PROGRAM) && words.size() > 1;
    return action(line, named ? words.subList(1, words.size()) : words);
  }

  private Action action(String line, List<Word> words) {
    Word first = words.getFirst();
    List<Word> rest = words.subList(1, words.size());
    return switch (first.quoted() ? "" : first.text()) {
      case "exit", "quit" -> alone(first, rest, new Action.Leave());
      case "help" -> help(rest);
      case "more" -> alone(first, rest, new Action.Run(last.more()));
      case "open" -> new Action.Open(picture(first, rest));
      case Vocabulary.LIKE -> like(first, rest);
      case "show" -> new Action.Run(Stream.concat(Stream.of("show"), named(rest)).toList());
      case "-h", "--help" -> help(rest);
      case String name when vocabulary.isOfProgram(name) -> new Action.Run(texts(words).toList());
      default -> new Action.Run(search(line, words));
    };
  }

  private static Action alone(Word command, List<Word> rest, Action action) {
    if (!rest.isEmpty()) {
      throw UserException.usage(
          "%s takes no words".formatted(command.text()),
          "to search for them: \"%s …\"".formatted(command.text()));
    }
    return action;
  }

  private static Action help(List<Word> rest) {
    return rest.isEmpty()
        ? new Action.Help()
        : new Action.Run(
            Stream.concat(rest.stream().map(Word::text), Stream.of("--help")).toList());
  }

  private Path picture(Word command, List<Word> rest) {
    if (rest.size() != 1) {
      throw UserException.usage(command.text() + " takes the number of a hit", "open 1");
    }
    return here.resolve(named(rest).findFirst().orElseThrow()).normalize();
  }

  /// Pictures up to the first option, and options of a search.
  private Action like(Word command, List<Word> rest) {
    int pictures = wordsBeforeOptions(rest);
    if (pictures == 0) {
      throw UserException.usage(command.text() + " takes the number of a hit", "like 1");
    }
    List<String> search = new ArrayList<>(List.of(Vocabulary.SEARCH));
    named(rest.subList(0, pictures)).forEach(picture -> search.addAll(List.of("--like", picture)));
    texts(rest.subList(pictures, rest.size())).forEach(search::add);
    return new Action.Run(search);
  }

  /// A search for words as they stand, unless quotes take them apart.
  private List<String> search(String line, List<Word> words) {
    int described = wordsBeforeOptions(words);
    List<Word> prompt = words.subList(0, described);
    List<String> search = new ArrayList<>(List.of(Vocabulary.SEARCH));
    if (prompt.stream().anyMatch(Word::quoted)) {
      texts(prompt).forEach(search::add);
    } else if (!prompt.isEmpty()) {
      search.add(line.substring(prompt.getFirst().start(), prompt.getLast().end()));
    }
    texts(words.subList(described, words.size())).forEach(search::add);
    return search;
  }

  private static int wordsBeforeOptions(List<Word> words) {
    int before = 0;
    while (before < words.size() && !words.get(before).isOption()) {
      before++;
    }
    return before;
  }

  private Stream<String> texts(List<Word> words) {
    return words.stream().map(this::text);
  }

  /// A word, at home where it begins with `~/`, as shells have it.
  private String text(Word word) {
    boolean fromHome = !word.quoted() && (word.text().equals("~") || word.text().startsWith("~/"));
    return fromHome ? home + word.text().substring(1) : word.text();
  }

  /// The words, with hits in place of their numbers up to the first option. A file that is named by
  /// a number is meant where it is quoted.
  private Stream<String> named(List<Word> words) {
    int numbered = wordsBeforeOptions(words);
    Stream<String> hits =
        words.subList(0, numbered).stream()
            .map(word -> isNumber(word) ? last.hit(number(word.text())).toString() : text(word));
    return Stream.concat(hits, texts(words.subList(numbered, words.size())));
  }

  private static boolean isNumber(Word word) {
    return !word.quoted() && word.text().matches("\\d+");
  }

  private static int number(String text) {
    if (!text.matches("\\d{1,9}")) {
      throw UserException.usage("\"%s\" is no hit's number".formatted(text), "!1");
    }
    return Integer.parseInt(text);
  }
}
