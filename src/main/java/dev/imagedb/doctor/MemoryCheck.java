package dev.imagedb.doctor;

import java.util.Locale;

/// How much memory there is.
///
/// @param heap the most that Java may use, in bytes; models take theirs beside it
/// @param machine of this machine, in bytes; less than 1 where that is not known
record MemoryCheck(long heap, long machine) implements Check {
  /// A picture of 200 megapixels, decoded, for one core.
  private static final long ENOUGH = 700_000_000;

  @Override
  public String subject() {
    return "memory";
  }

  @Override
  public Finding examine() {
    String told =
        String.format(Locale.ROOT, "%.1f GB for Java", heap / 1e9)
            + (machine < 1 ? "" : String.format(Locale.ROOT, " of %.1f GB", machine / 1e9));
    return heap < ENOUGH
        ? Finding.note(told, "for very large pictures: IMAGEDB_JAVA_OPTIONS=-Xmx2g imagedb …")
        : Finding.ok(told);
  }
}
