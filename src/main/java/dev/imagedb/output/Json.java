package dev.imagedb.output;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One JSON value after the other on a writer. Fields without a value are left out: what is not
/// known is not there. What a terminal would obey is escaped.
public final class Json {
  private final JsonWriter writer;

  private Json(PrintWriter out, FormattingStyle style) {
    writer = new JsonWriter(new ControlEscapingWriter(out));
    writer.setFormattingStyle(style);
  }

  /// On many lines, indented by two.
  public static Json indented(PrintWriter out) {
    return new Json(out, FormattingStyle.PRETTY);
  }

  /// On one line.
  public static Json compact(PrintWriter out) {
    return new Json(out, FormattingStyle.COMPACT);
  }

  /// Something to write that may fail as writers do; a [PrintWriter] never does.
  private interface Step {
    void write() throws IOException;
  }

  public Json object(Runnable fields) {
    return write(writer::beginObject).run(fields).write(writer::endObject);
  }

  public Json array(Runnable elements) {
    return beginArray().run(elements).endArray();
  }

  Json beginArray() {
    return write(writer::beginArray);
  }

  Json endArray() {
    return write(writer::endArray);
  }

  public Json object(String name, Runnable fields) {
    return name(name).object(fields);
  }

  public Json array(String name, Runnable elements) {
    return name(name).array(elements);
  }

  public Json field(String name, @Nullable String value) {
    return value == null ? this : name(name).value(value);
  }

  public Json field(String name, @Nullable Number value) {
    return value == null ? this : name(name).write(() -> writer.value(value));
  }

  public Json field(String name, boolean value) {
    return name(name).write(() -> writer.value(value));
  }

  /// A number of so many digits that count; nothing where it is infinite.
  public Json field(String name, @Nullable Double value, int digits) {
    return value == null ? this : field(name, Quantities.rounded(value, digits));
  }

  public Json strings(String name, List<String> values) {
    return array(name, () -> values.forEach(this::value));
  }

  public Json value(String value) {
    return write(() -> writer.value(value));
  }

  Json value(float value) {
    return write(() -> writer.value(value));
  }

  private Json name(String name) {
    return write(() -> writer.name(name));
  }

  private Json run(Runnable content) {
    content.run();
    return this;
  }

  private Json write(Step step) {
    try {
      step.write();
      return this;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
