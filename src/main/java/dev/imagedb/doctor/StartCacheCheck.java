package dev.imagedb.doctor;

import java.util.List;

/// Whether Java started from the cache that the launcher keeps (JEP 483). The launcher passes only
/// one that is newer than the program and than Java.
///
/// @param javaOptions that this process was started with
record StartCacheCheck(List<String> javaOptions) implements Check {
  private static final String OPTION = "-XX:AOTCache=";

  @Override
  public String subject() {
    return "start";
  }

  @Override
  public Finding examine() {
    return javaOptions.stream()
        .filter(option -> option.startsWith(OPTION))
        .map(option -> Finding.ok("from the cache " + option.substring(OPTION.length())))
        .findFirst()
        .orElseGet(
            () ->
                Finding.note(
                    "without a cache, so that each command starts twice as slowly",
                    "start it by bin/imagedb; the first command makes one, in half a minute"));
  }
}
