package dev.imagedb.doctor;

/// Which Java runs the program.
///
/// @param version of this process's
record JavaCheck(Runtime.Version version) implements Check {
  private static final int OLDEST = 25;

  @Override
  public String subject() {
    return "Java";
  }

  @Override
  public Finding examine() {
    String told =
        "%s of %s, for %s on %s, in %s"
            .formatted(
                version,
                System.getProperty("java.vendor"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.home"));
    return version.feature() < OLDEST
        ? Finding.problem(told, "install a JDK " + OLDEST + ", or set IMAGEDB_JAVA_HOME to one")
        : Finding.ok(told);
  }
}
