package dev.imagedb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/// The Java that an archive brings has only the modules that `pom.xml` names.
class OwnRuntimeTest {
  private static final Pattern NAMED = Pattern.compile("<runtime.modules>(.*)</runtime.modules>");

  @Test
  void hasTheModulesThatTheProgramUses() throws Exception {
    Matcher named = NAMED.matcher(Files.readString(Path.of("pom.xml")));
    assertThat(named.find()).isTrue();

    assertThat(named.group(1).split(",")).containsAll(used());
  }

  private static List<String> used() {
    StringWriter out = new StringWriter();
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    PrintWriter printed = new PrintWriter(out);
    String[] arguments = {
      "--ignore-missing-deps", "--print-module-deps", "--multi-release", "25", "target/classes"
    };
    int code = jdeps.run(printed, printed, arguments);
    assertThat(code).as(out::toString).isZero();
    return List.of(out.toString().strip().split(","));
  }
}
