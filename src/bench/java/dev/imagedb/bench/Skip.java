package dev.imagedb.bench;

/// Says why a row or a contender is left out. It ends nothing else.
public final class Skip extends Exception {
  private static final long serialVersionUID = 1;

  public Skip(String reason) {
    super(reason);
  }
}
