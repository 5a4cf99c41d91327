package dev.imagedb.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.labelling.LabelledPicture;
import dev.imagedb.labelling.LikelyLabel;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelPrinterTest {
  private static final List<LabelledPicture> PICTURES =
      List.of(
          new LabelledPicture(
              Pictures.path("/home/ann/cat.jpg"),
              List.of(new LikelyLabel("tabby cat", 0.91234567), new LikelyLabel("=dog", 0.3))),
          new LabelledPicture(Pictures.path("/mnt/x.png"), List.of()));

  @Test
  void alignsLabelsForPeople() {
    assertThat(printed(OutputFormat.TABLE))
        .isEqualTo(
            """
            cat.jpg     tabby cat 0.91, =dog 0.30
            /mnt/x.png  -
            """);
  }

  @Test
  void writesEveryPictureAsJson() {
    assertThat(printed(OutputFormat.JSON))
        .isEqualTo(
            """
            [
              {
                "path": "/home/ann/cat.jpg",
                "labels": [
                  {
                    "label": "tabby cat",
                    "probability": 0.912346
                  },
                  {
                    "label": "=dog",
                    "probability": 0.3
                  }
                ]
              },
              {
                "path": "/mnt/x.png",
                "labels": []
              }
            ]
            """);
  }

  @Test
  void writesALineAPicture() {
    assertThat(printed(OutputFormat.JSONL))
        .isEqualTo(
            """
            {"path":"/home/ann/cat.jpg","labels":[{"label":"tabby cat","probability":0.912346},\
            {"label":"=dog","probability":0.3}]}
            {"path":"/mnt/x.png","labels":[]}
            """);
  }

  @Test
  void writesALineALabelForSpreadsheets() {
    assertThat(printed(OutputFormat.CSV))
        .isEqualTo(
            """
            path,label,probability
            /home/ann/cat.jpg,tabby cat,0.912346
            /home/ann/cat.jpg,'=dog,0.3
            """);
  }

  @Test
  void namesThePicturesThatGotALabel() {
    assertThat(printed(OutputFormat.PATHS)).isEqualTo("/home/ann/cat.jpg\n");
    assertThat(printed(OutputFormat.PATHS0)).isEqualTo("/home/ann/cat.jpg\0");
  }

  private static String printed(OutputFormat format) {
    RecordedConsole recorded = RecordedConsole.piped();
    new LabelPrinter(recorded.console()).print(PICTURES, format);
    return recorded.printed();
  }
}
