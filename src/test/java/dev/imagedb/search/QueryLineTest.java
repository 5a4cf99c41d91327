package dev.imagedb.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagedb.fault.UserException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryLineTest {
  @Test
  void isAPromptInPlainWords() {
    assertThat(QueryLine.parse("\"a dog\", running^2"))
        .isEqualTo(
            new QueryLine(
                new QueryName.Line("\"a dog\", running^2"),
                Wording.ofPrompt("\"a dog\", running^2"),
                null));
  }

  @Test
  void takesEveryKey() {
    String written =
        """
        {"id": "q1", "image": "a.jpg^2", "prompt": ["a dog", "snow"], "text": "Canon",\
         "like": "b.jpg", "notImage": [], "notPrompt": ["cat"], "limit": 5}""";

    assertThat(QueryLine.parse(written))
        .isEqualTo(
            new QueryLine(
                new QueryName.Text("q1"),
                new Wording(
                    List.of("a.jpg^2"),
                    List.of("a dog", "snow"),
                    List.of("b.jpg"),
                    List.of(),
                    List.of("cat"),
                    List.of("Canon")),
                5));
  }

  @Test
  void isKnownByItsTextWhereItHasNoName() {
    assertThat(QueryLine.parse("{\"prompt\":\"dog\"}").name())
        .isEqualTo(new QueryName.Line("{\"prompt\":\"dog\"}"));
  }

  @Test
  void keepsTheKindOfItsName() {
    assertThat(name("7")).isEqualTo("7");
    assertThat(QueryLine.nameOf("{\"id\":\"7\"}")).isEqualTo(new QueryName.Text("7"));
  }

  @Test
  void isKnownByItsNameAlsoWhereItIsWrong() {
    assertThat(QueryLine.nameOf("{\"id\":\"q1\",\"promt\":\"dog\"}"))
        .isEqualTo(new QueryName.Text("q1"));
    assertThat(QueryLine.nameOf("{\"id\":")).isEqualTo(new QueryName.Line("{\"id\":"));
    assertThat(QueryLine.nameOf("dog")).isEqualTo(new QueryName.Line("dog"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "{prompt:'dog'}", "{\"prompt\":\"dog\"", "{\"id\":NaN}", "{]", "{} {}"})
  void refusesWhatIsNearlyJson(String written) {
    refuses(written, "not a JSON object");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"prompt":7}           | 'prompt' is 7, expected a text or an array of texts
          {"text":["a",null]}    | 'text' is ["a",null], expected a text or an array of texts
          {"image":{"a":"b"}}    | 'image' is {"a":"b"}, expected a text or an array of texts
          {"id":true}            | 'id' is true, expected a text or a number
          {"limit":0}            | 'limit' is 0, expected a whole number from 1 to 2147483647
          {"limit":1.5}          | 'limit' is 1.5, expected a whole number from 1 to 2147483647
          {"limit":"5"}          | 'limit' is "5", expected a whole number from 1 to 2147483647
          {"image":"-^2"}        | one of many queries cannot be a picture on standard input
          {"promt":"a dog"}      | there is no key 'promt', only id, image, like, limit, notImage,\
           notPrompt, prompt, text
          """)
  void saysWhichValueIsWrong(String written, String message) {
    refuses(written, message);
  }

  private static String name(String id) {
    return switch (QueryLine.nameOf("{\"id\":" + id + "}")) {
      case QueryName.Numeric(Number number) -> number.toString();
      case QueryName.Text _, QueryName.Line _ -> "no number";
    };
  }

  private static void refuses(String written, String message) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> QueryLine.parse(written))
        .withMessage("%s", message);
  }
}
