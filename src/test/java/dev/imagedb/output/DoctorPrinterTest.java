package dev.imagedb.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.doctor.Diagnosis;
import dev.imagedb.doctor.Diagnosis.Entry;
import dev.imagedb.doctor.Finding;
import dev.imagedb.doctor.Finding.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorPrinterTest {
  private static final Diagnosis DIAGNOSIS =
      new Diagnosis(
          List.of(
              new Entry("Java", new Finding(Level.OK, "25.0.3 of Eclipse Adoptium", "")),
              new Entry(
                  "index",
                  new Finding(
                      Level.PROBLEM,
                      "the database /home/ann/猫の写真/.imagedb\u001b[2J is damaged: read past EOF",
                      "move it away and index anew: imagedb index FOLDER"))));

  @Test
  void breaksLinesBetweenWordsWhereTheTerminalIsNarrow() {
    assertThat(text(60))
        .isEqualTo(
            """
            ok       Java   25.0.3 of Eclipse Adoptium
            problem  index  the database
                            /home/ann/猫の写真/.imagedb\\x1b[2J is
                            damaged: read past EOF
                            try: move it away and index anew: imagedb
                            index FOLDER
            """);
  }

  @Test
  void fitsATerminal() {
    assertThat(text(80))
        .isEqualTo(
            """
            ok       Java   25.0.3 of Eclipse Adoptium
            problem  index  the database /home/ann/猫の写真/.imagedb\\x1b[2J is damaged: read
                            past EOF
                            try: move it away and index anew: imagedb index FOLDER
            """);
  }

  @Test
  void needsOneLineWhereThereIsRoom() {
    assertThat(text(200))
        .isEqualTo(
            """
            ok       Java   25.0.3 of Eclipse Adoptium
            problem  index  the database /home/ann/猫の写真/.imagedb\\x1b[2J is damaged: read past EOF
                            try: move it away and index anew: imagedb index FOLDER
            """);
  }

  @Test
  void isReadByPrograms() {
    RecordedConsole console = RecordedConsole.piped();
    new DoctorPrinter(console.console()).printJson(DIAGNOSIS);

    assertThat(console.printed())
        .startsWith(
            """
            [
              {
                "subject": "Java",
                "level": "ok",
                "found": "25.0.3 of Eclipse Adoptium"
              },
              {
                "subject": "index",
                "level": "problem",
            """)
        .endsWith(
            """
                "next": "move it away and index anew: imagedb index FOLDER"
              }
            ]
            """);
  }

  private static String text(int width) {
    RecordedConsole console = RecordedConsole.terminal(width);
    new DoctorPrinter(console.console()).printText(DIAGNOSIS);
    return console.printed();
  }
}
