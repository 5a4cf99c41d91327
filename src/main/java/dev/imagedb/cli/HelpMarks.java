package dev.imagedb.cli;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/// What the source says of an option beside what picocli reads.
final class HelpMarks {
  private HelpMarks() {}

  /// The mark on the option's field, or else on the class that it stands in, or on one around that.
  static <A extends Annotation> Optional<A> of(OptionSpec option, Class<A> mark) {
    if (!(option.userObject() instanceof Field field)) {
      return Optional.empty();
    }
    if (field.isAnnotationPresent(mark)) {
      return Optional.of(field.getAnnotation(mark));
    }
    for (Class<?> type = field.getDeclaringClass();
        isOfOptions(type);
        type = type.getEnclosingClass()) {
      if (type.isAnnotationPresent(mark)) {
        return Optional.of(type.getAnnotation(mark));
      }
    }
    return Optional.empty();
  }

  /// What stands on a command is about the command.
  private static boolean isOfOptions(Class<?> type) {
    return type != null && !type.isAnnotationPresent(picocli.CommandLine.Command.class);
  }
}
