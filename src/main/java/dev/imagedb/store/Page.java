package dev.imagedb.store;

import dev.imagedb.fault.UserException;

/// Which part of a list.
///
/// @param offset how many hits are passed over, 0 or more
/// @param limit how many hits at most, 1 or more
public record Page(int offset, int limit) {
  public Page {
    if (offset < 0) {
      throw UserException.usage("--offset is " + offset + ", expected 0 or more", "--offset 20");
    }
    if (limit < 1) {
      throw UserException.usage("--limit is " + limit + ", expected 1 or more", "--limit 20");
    }
  }

  /// The first so many.
  public static Page first(int limit) {
    return new Page(0, limit);
  }

  /// How many of the best there must be to fill it; the greatest number there is where it is more.
  public int depth() {
    return (int) Math.min((long) offset + limit, Integer.MAX_VALUE);
  }
}
