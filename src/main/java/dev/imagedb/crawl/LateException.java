package dev.imagedb.crawl;

import java.io.IOException;

/// A drive did not answer in time. Its message is as in [dev.imagedb.photo.Skipped].
final class LateException extends IOException {
  private static final long serialVersionUID = 1L;

  LateException(String message) {
    super(message);
  }
}
