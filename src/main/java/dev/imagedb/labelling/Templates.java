package dev.imagedb.labelling;

import dev.imagedb.fault.UserException;
import java.util.List;

/// The sentences that a label is put into, since models were trained on sentences and not on words
/// (Radford et al., 2021, section 3.1.4). A label's vector is the mean over all of them.
///
/// @param sentences each with `{}` where the label goes
public record Templates(List<String> sentences) {
  /// Two sentences, so that labels need not fit an article.
  public static final Templates USUAL = new Templates(List.of("a photo of a {}", "a photo of {}"));

  private static final String PLACE = "{}";

  public Templates {
    sentences = List.copyOf(sentences);
    if (sentences.isEmpty()) {
      throw new IllegalArgumentException("no template");
    }
    sentences.stream()
        .filter(sentence -> !sentence.contains(PLACE))
        .findFirst()
        .ifPresent(
            sentence -> {
              throw UserException.usage(
                  "--template \"" + sentence + "\" has no {} for the label to go",
                  "--template \"a photo of a {}\"");
            });
  }

  /// All sentences about a label.
  List<String> about(String label) {
    return sentences.stream().map(sentence -> sentence.replace(PLACE, label)).toList();
  }
}
