package dev.imagedb.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagedb.fault.UserException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What stands behind the question mark of an address, in its order. A name may stand there several
/// times.
public record Parameters(List<Parameter> all) {
  public Parameters {
    all = List.copyOf(all);
  }

  /// A name and its value, both decoded.
  public record Parameter(String name, String value) {}

  /// Takes a query apart, as HTML forms write it (`application/x-www-form-urlencoded`).
  ///
  /// @param query not decoded; null where there is none
  /// @throws UserException where it cannot be decoded
  static Parameters parse(@Nullable String query) {
    if (query == null) {
      return new Parameters(List.of());
    }
    return new Parameters(
        Arrays.stream(query.split("&"))
            .filter(pair -> !pair.isEmpty())
            .map(Parameters::parameter)
            .toList());
  }

  private static Parameter parameter(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0
        ? new Parameter(decoded(pair), "")
        : new Parameter(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
  }

  private static String decoded(String written) {
    try {
      return URLDecoder.decode(written, UTF_8);
    } catch (IllegalArgumentException _) {
      throw UserException.usage("not an address's encoding: " + written, "write a % as %25");
    }
  }

  /// What the command line says, with its options called as parameters are: without their dashes.
  static String named(String words) {
    return words.replaceAll("(?<![^\\s'\"(])--(?=[a-z])", "");
  }

  /// The values of a name, in their order.
  List<String> values(String name) {
    return all.stream().filter(each -> each.name().equals(name)).map(Parameter::value).toList();
  }

  /// The first value of a name.
  Optional<String> value(String name) {
    return values(name).stream().findFirst();
  }

  /// The others.
  Parameters without(Set<String> names) {
    return new Parameters(all.stream().filter(each -> !names.contains(each.name())).toList());
  }
}
