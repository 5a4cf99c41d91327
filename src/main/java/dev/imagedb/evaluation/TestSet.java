package dev.imagedb.evaluation;

import dev.imagedb.evaluation.TopicFile.Topic;
import dev.imagedb.fault.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Questions about the pictures of a gallery. What a file says of other pictures is left out: it
/// would measure what is in the database, and not how it is searched.
///
/// @param absent what the file calls the pictures that are not in the gallery
record TestSet(List<Question> questions, List<String> absent) {
  TestSet {
    questions = List.copyOf(questions);
    absent = List.copyOf(absent);
  }

  /// Finds a file's pictures. A topic all of whose pictures are missing is left out.
  ///
  /// @throws UserException where none is left
  static TestSet of(TopicFile file, Gallery gallery) {
    PictureNames names = new PictureNames(gallery, folder(file.file()));
    List<Question> questions = new ArrayList<>();
    Set<String> absent = new LinkedHashSet<>();
    for (Topic topic : file.topics()) {
      Map<Integer, Integer> relevance = new HashMap<>();
      topic
          .judgements()
          .forEach(
              (name, relevant) -> {
                Optional<Integer> picture = names.find(name);
                picture.ifPresentOrElse(
                    found -> relevance.merge(found, relevant, Math::max), () -> absent.add(name));
              });
      if (!relevance.isEmpty()) {
        questions.add(new Question(topic.id(), topic.words(), relevance));
      }
    }
    if (questions.isEmpty()) {
      throw noneOf(file.file(), absent);
    }
    return new TestSet(questions, List.copyOf(absent));
  }

  static Path folder(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }

  static UserException noneOf(Path file, Set<String> absent) {
    return UserException.failed(
        "none of the %d pictures of %s is in the database: %s"
            .formatted(absent.size(), file, String.join(", ", absent.stream().limit(1).toList())),
        "imagedb index " + folder(file));
  }
}
