package dev.imagedb;

/// Puts the parts together.
public final class Main {
  private Main() {}

  public static void main(String[] args) {}
}
