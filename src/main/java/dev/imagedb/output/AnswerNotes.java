package dev.imagedb.output;

import dev.imagedb.search.Answer;
import dev.imagedb.search.Explanation;
import dev.imagedb.search.Explanation.Part;
import dev.imagedb.search.Suggestion;
import dev.imagedb.store.Relevance;
import java.util.List;

/// Says on standard error what there is to say about an answer, beside its hits.
public final class AnswerNotes {
  private final Console console;

  public AnswerNotes(Console console) {
    this.console = console;
  }

  public void print(Answer answer) {
    Relevance relevance = answer.hits().relevance();
    if (!answer.explanations().isEmpty()) {
      explain(answer.explanations().getFirst());
    }
    if (relevance != null && !answer.explanations().isEmpty()) {
      console.warn(relevance.explanation());
    }
    answer.suggestions().stream().map(AnswerNotes::sentence).forEach(console::warn);
  }

  private void explain(Explanation explanation) {
    List<Part> parts = explanation.parts();
    for (int i = 0; parts.size() > 1 && i < parts.size(); i++) {
      Part part = parts.get(i);
      console.warn("part %d: %s, weight %s".formatted(i + 1, part.typed(), part.weight()));
    }
  }

  /// A suggestion in words, without a full stop.
  public static String sentence(Suggestion suggestion) {
    return switch (suggestion) {
      case Suggestion.DidYouMean(var filter, List<String> names) ->
          "no picture passes %s; did you mean %s?"
              .formatted(filter.typed(), String.join(", ", names));
      case Suggestion.Without(var filter, long pictures) ->
          "nothing passes %s; without it there are %s"
              .formatted(filter.typed(), Quantities.count(pictures));
      case Suggestion.AllTogether() ->
          "each filter leaves some pictures, but all of them together leave none";
    };
  }
}
