package dev.imagedb.embed.tokenizer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.stream.JsonWriter;
import dev.imagedb.fault.UserException;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/// OpenAI's byte-pair vocabulary (`bpe_simple_vocab_16e6.txt.gz`), told anew as the
/// `tokenizer.json` that the tokenizers library reads. Order and ids are those of `SimpleTokenizer`
/// in OpenCLIP's tokenizer.py.
final class BytePairVocabulary {
  private static final int SIZE = 49152;
  private static final int BYTES = 256;

  /// More than all merges that are taken, which are the first fifth of the file.
  private static final int MOST_BYTES = 1 << 20;

  private static final int SPECIAL_TOKENS = 2;
  private static final String START = "<start_of_text>";
  private static final String END = "<end_of_text>";
  private static final String WORD_END = "</w>";
  private static final String WORDS =
      START + "|" + END + "|'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+";

  private final List<String> merges;

  private BytePairVocabulary(List<String> merges) {
    this.merges = merges;
  }

  /// Reads the merges; the file's first line is a heading.
  ///
  /// @throws UserException where it is not that vocabulary
  static BytePairVocabulary read(Path file) {
    int count = SIZE - BYTES - SPECIAL_TOKENS;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new ByteArrayInputStream(unpacked(file)), UTF_8))) {
      lines.readLine();
      List<String> merges = new ArrayList<>(lines.lines().limit(count).toList());
      if (merges.size() == count && merges.stream().allMatch(m -> m.indexOf(' ') > 0)) {
        return new BytePairVocabulary(merges);
      }
    } catch (IOException | UncheckedIOException e) {
      // Told below: damaged or not, it is not the vocabulary.
    }
    throw UserException.failed(
        file + " is not OpenAI's byte-pair vocabulary", "fetch the model's files anew");
  }

  /// What is packed, as far as the vocabulary could reach: a few kilobytes may hold gigabytes.
  private static byte[] unpacked(Path file) throws IOException {
    try (InputStream packed = new GZIPInputStream(Files.newInputStream(file))) {
      return packed.readNBytes(MOST_BYTES);
    }
  }

  /// The same vocabulary as a `tokenizer.json`.
  byte[] toTokenizerJson() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonWriter json = new JsonWriter(new OutputStreamWriter(bytes, UTF_8))) {
      json.beginObject();
      json.name("version").value("1.0");
      json.name("normalizer")
          .jsonValue(
              """
              {"type":"Sequence","normalizers":[{"type":"NFC"},
               {"type":"Replace","pattern":{"Regex":"\\\\s+"},"content":" "},{"type":"Lowercase"}]}
              """);
      writeWords(json);
      json.name("post_processor")
          .jsonValue(
              """
              {"type":"RobertaProcessing","sep":["%s",%d],"cls":["%s",%d],
               "trim_offsets":false,"add_prefix_space":false}
              """
                  .formatted(END, startId() + 1, START, startId()));
      writeModel(json);
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private int startId() {
    return 2 * BYTES + merges.size();
  }

  private static void writeWords(JsonWriter json) throws IOException {
    json.name("pre_tokenizer").beginObject().name("type").value("Sequence");
    json.name("pretokenizers").beginArray();
    json.beginObject().name("type").value("Split");
    json.name("pattern").beginObject().name("Regex").value(WORDS).endObject();
    json.name("behavior").value("Removed").name("invert").value(true).endObject();
    json.jsonValue(
        """
        {"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true,"use_regex":false}\
        """);
    json.endArray().endObject();
  }

  private void writeModel(JsonWriter json) throws IOException {
    json.name("model").beginObject().name("type").value("BPE");
    json.name("unk_token").value(END);
    json.name("continuing_subword_prefix").value("");
    json.name("end_of_word_suffix").value(WORD_END);
    json.name("fuse_unk").value(false);
    json.name("vocab").beginObject();
    int id = 0;
    for (String suffix : List.of("", WORD_END)) {
      for (String letter : letters()) {
        json.name(letter + suffix).value(id++);
      }
    }
    for (String merge : merges) {
      json.name(merge.replace(" ", "")).value(id++);
    }
    json.name(START + WORD_END).value(id++).name(END + WORD_END).value(id++);
    List<String> spelling = new ArrayList<>(spelling(START));
    spelling.addAll(spelling(END));
    for (String part : Set.copyOf(spelling)) {
      if (!part.endsWith(WORD_END)) {
        json.name(part.replace(" ", "")).value(id++);
      }
    }
    json.endObject();
    json.name("merges").beginArray();
    for (String merge : spelling) {
      json.value(merge);
    }
    for (String merge : merges) {
      json.value(merge);
    }
    json.endArray().endObject();
  }

  /// The merges that make one token of a special word where it stands in a text. No other word
  /// mixes letters and marks, so that they change nothing else. As tokens that are cut out before
  /// words are looked for, they would be found behind marks, too, where the reference finds none.
  private static List<String> spelling(String special) {
    List<String> spelling = new ArrayList<>();
    for (int i = 1; i < special.length(); i++) {
      String next = special.substring(i, i + 1);
      spelling.add(
          special.substring(0, i) + " " + (i + 1 < special.length() ? next : next + WORD_END));
    }
    return spelling;
  }

  /// A printable letter for each byte, printable bytes first (`bytes_to_unicode` in tokenizer.py).
  private static List<String> letters() {
    List<String> printable = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (int value : new int[] {'!', 0xa1, 0xae}) {
      int last = value == '!' ? '~' : value == 0xa1 ? 0xac : 0xff;
      for (int letter = value; letter <= last; letter++) {
        printable.add(Character.toString(letter));
      }
    }
    for (int i = 0; printable.size() + others.size() < BYTES; i++) {
      others.add(Character.toString(BYTES + i));
    }
    printable.addAll(others);
    return printable;
  }
}
