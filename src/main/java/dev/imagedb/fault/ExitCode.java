package dev.imagedb.fault;

/// How a run ended, as the shell sees it.
public enum ExitCode {
  DONE(0),
  FAILED(1),
  WRONG_USAGE(2),
  /// The run is done, and some pictures were skipped, or some of many queries have no answer.
  DONE_WITH_SKIPPED(3),
  /// Ctrl-C: 128 + SIGINT, as shells count.
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
