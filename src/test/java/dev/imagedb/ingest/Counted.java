package dev.imagedb.ingest;

/// A report's numbers, for a test to name those that are not zero.
record Counted(
    long seen, long added, long updated, long moved, long unchanged, long removed, long skipped) {
  static Counted of(IndexReport report) {
    return new Counted(
        report.seen(),
        report.added(),
        report.updated(),
        report.moved(),
        report.unchanged(),
        report.removed(),
        report.skipped().size());
  }

  static Counted seen(long seen) {
    return new Counted(seen, 0, 0, 0, 0, 0, 0);
  }

  Counted added(long number) {
    return new Counted(seen, number, updated, moved, unchanged, removed, skipped);
  }

  Counted updated(long number) {
    return new Counted(seen, added, number, moved, unchanged, removed, skipped);
  }

  Counted moved(long number) {
    return new Counted(seen, added, updated, number, unchanged, removed, skipped);
  }

  Counted unchanged(long number) {
    return new Counted(seen, added, updated, moved, number, removed, skipped);
  }

  Counted removed(long number) {
    return new Counted(seen, added, updated, moved, unchanged, number, skipped);
  }

  Counted skipped(long number) {
    return new Counted(seen, added, updated, moved, unchanged, removed, number);
  }
}
