package dev.imagedb.doctor;

import dev.imagedb.doctor.Diagnosis.Entry;
import dev.imagedb.embed.Processor;
import dev.imagedb.fault.UserException;
import java.util.List;

/// Looks at everything that the program needs.
public final class Doctor {
  private final List<Check> checks;

  /// With all checks.
  ///
  /// @param deep whether to load the model and hash its files, which takes seconds
  public Doctor(Surroundings around, boolean deep) {
    this(
        List.of(
            new JavaCheck(Runtime.version()),
            new StartCacheCheck(around.machine().javaOptions()),
            new EngineCheck(Processor.here()),
            new DecoderCheck(),
            new ModelCheck(around.store(), around.library(), deep),
            new IndexCheck(around.store(), around.database()),
            new SettingsCheck(around.settingsFiles(), around.settingDoubts()),
            new TerminalCheck(around.terminal()),
            new DiskCheck(List.of(around.database(), around.cache())),
            new MemoryCheck(Runtime.getRuntime().maxMemory(), around.machine().memory()),
            FileHandlesCheck.here()));
  }

  Doctor(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /// Runs all checks, one after the other.
  public Diagnosis examine() {
    return new Diagnosis(
        checks.stream().map(check -> new Entry(check.subject(), examined(check))).toList());
  }

  private static Finding examined(Check check) {
    try {
      return check.examine();
    } catch (UserException broken) {
      return Finding.problem(String.valueOf(broken.getMessage()), broken.hint().orElse(""));
    }
  }
}
