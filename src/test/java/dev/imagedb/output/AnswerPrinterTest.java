package dev.imagedb.output;

import static dev.imagedb.output.Pictures.found;
import static dev.imagedb.output.Pictures.plain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.search.QueryName;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnswerPrinterTest {
  private final RecordedConsole recorded = RecordedConsole.piped();
  private final AnswerPrinter printer = new AnswerPrinter(recorded.console());

  @Test
  void writesALineAnAnswer() {
    printer.printHits(new QueryName.Line("a dog"), Stream.of(found(1, 0.25, plain("/a.png"))));
    printer.printHits(new QueryName.Numeric(7), Stream.empty());
    printer.printFailure(new QueryName.Text("q\u202e1"), "line 3: no\nsuch file");

    assertThat(recorded.printed())
        .isEqualTo(
            """
            {"query":"a dog","hits":[{"rank":1,"score":0.25,"path":"/a.png","width":640,\
            "height":480,"size":3456789,"mtime":"2020-02-03T04:05:06.789Z","format":"png"}]}
            {"id":7,"hits":[]}
            {"id":"q\\u202e1","error":"line 3: no\\nsuch file"}
            """);
  }
}
