package dev.imagedb.serve;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why a request gets no answer, in one line.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable String hint;
  private final transient Map<String, String> headers;

  private Refusal(int status, String message, @Nullable String hint, Map<String, String> headers) {
    super(message, null, false, false);
    this.status = status;
    this.hint = hint;
    this.headers = headers;
  }

  /// @param status of HTTP (RFC 9110, section 15)
  static Refusal of(int status, String message) {
    return new Refusal(status, message, null, Map.of());
  }

  /// With a header that the status calls for.
  static Refusal of(int status, String message, String header, String value) {
    return new Refusal(status, message, null, Map.of(header, value));
  }

  /// What would have ended a run of the command line: wrong usage is a wrong request, and anything
  /// else a right one that cannot be followed.
  static Refusal of(UserException failure) {
    return new Refusal(
        failure.exitCode() == ExitCode.WRONG_USAGE ? 400 : 422,
        Parameters.named(String.valueOf(failure.getMessage())),
        failure.hint().map(Parameters::named).orElse(null),
        Map.of());
  }

  int status() {
    return status;
  }

  /// What the status calls for.
  Map<String, String> headers() {
    return headers;
  }

  /// Problem details (RFC 9457): `status`, `title` (of the status), `detail` (the line), and `hint`
  /// (what to do next) where there is one.
  Reply reply() {
    Reply problem =
        Reply.json(
            json ->
                json.field("status", status)
                    .field("title", title())
                    .field("detail", getMessage())
                    .field("hint", hint));
    Map<String, String> all = new HashMap<>(problem.headers());
    all.put("Content-Type", "application/problem+json");
    all.putAll(headers);
    return new Reply(status, all, problem.content());
  }

  private String title() {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 409 -> "Conflict";
      case 413 -> "Content Too Large";
      case 414 -> "URI Too Long";
      case 415 -> "Unsupported Media Type";
      case 416 -> "Range Not Satisfiable";
      case 421 -> "Misdirected Request";
      case 422 -> "Unprocessable Content";
      case 503 -> "Service Unavailable";
      default -> "Internal Server Error";
    };
  }
}
