package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongUsageTest {
  @TempDir Path home;

  @Test
  void anUnknownOptionIsNamed() {
    run("search", "--promt", "a dog")
        .failed(2, "imagedb: imagedb search has no option --promt", "  try: --prompt");
  }

  @Test
  void anUnknownCommandIsNamed() {
    run("serch").failed(2, "imagedb: imagedb has no command \"serch\"", "  try: imagedb search");
    run("a dog")
        .failed(2, "imagedb: imagedb has no command \"a dog\"", "  try: imagedb search \"a dog\"");
    run("models", "pul", "x")
        .failed(2, "imagedb: imagedb models has no command \"pul\"", "  try: imagedb models pull");
  }

  @Test
  void anOptionOfAnotherCommandIsFound() {
    run("list", "--facet", "camera")
        .failed(
            2,
            "imagedb: imagedb list has no option --facet; it is one of search",
            "  try: imagedb search --help");
  }

  @Test
  void aValueThatIsNoneOfThoseAllowedNamesThem() {
    run("search", "a dog", "--sort", "sise")
        .failed(
            2,
            "imagedb: --sort is \"sise\", expected score, taken, mtime, size, path or rating",
            "  try: --sort size");
    run("search", "a dog", "--precision", "fp16")
        .failed(
            2,
            "imagedb: --precision is \"fp16\", expected fp32, bf16, int8 or auto",
            "  try: --precision fp32");
    run("search", "a dog", "--offset", "x")
        .failed(
            2,
            "imagedb: --offset is \"x\", expected a whole number",
            "  try: imagedb search --help");
  }

  @Test
  void aMissingValueIsNamed() {
    run("search", "--text").failed(2, "imagedb: --text needs a value", "  try: --text WORDS");
    run("search", "a dog", "-k", "2", "-k", "3")
        .failed(2, "imagedb: --limit is given twice", "  try: leave one out");
    run("encode")
        .failed(
            2, "imagedb: imagedb encode needs --image or --prompt", "  try: imagedb encode --help");
  }

  @Test
  void aMissingArgumentIsNamed() {
    run("show").failed(2, "imagedb: imagedb show needs FILE", "  try: imagedb show --help");
  }

  @Test
  void aSearchMustSearchForSomething() {
    run("search")
        .failed(
            2,
            "imagedb: nothing to search for",
            "  try: imagedb search --prompt \"a dog on a beach\"");
    run("search", "--prompt", " ")
        .failed(2, "imagedb: --prompt has no words", "  try: --prompt \"a dog on a beach\"");
  }

  @Test
  void aWeightIsANumberThatCounts() {
    run("search", "--prompt", "a dog^NaN")
        .failed(
            2, "imagedb: a weight is NaN, expected a number that is not 0", "  try: \"a dog^2\"");
    run("search", "--text", "Canon^-1")
        .failed(
            2,
            "imagedb: a text's weight is -1.0, expected a number over 0",
            "  try: to leave pictures out: --text=-word");
  }

  @Test
  void anAddressThatIsNotFetchedIsNotTakenForWords() {
    run("search", "file:///cat.jpg")
        .failed(
            2,
            "imagedb: only http and https are fetched, not file:///cat.jpg",
            "  try: fetch it yourself: curl -L URL | imagedb search --image -");
  }

  @Test
  void metadataCannotBeSearchedForAPicture() {
    run("search", "--mode", "fts", "--image", "cat.jpg")
        .failed(
            2,
            "imagedb: --mode fts looks for words in the metadata, and compares no pictures",
            "  try: leave out --mode fts, or the pictures; to leave out a word: --text=-word");
  }

  @Test
  void manyQueriesSayAllThatIsSearchedFor() {
    run("search", "--queries", "-", "a dog")
        .failed(
            2,
            "imagedb: --queries says what to search for, and so does another option",
            "  try: leave one of them out");
    run("search", "--queries", "-", "--csv")
        .failed(2, "imagedb: --queries answers with a JSON line for each", "  try: --jsonl");
  }

  @Test
  void standardInputIsReadOnce() {
    run("search", "--image", "-", "--not-image", "-^0.5")
        .failed(
            2,
            "imagedb: standard input can be read once only",
            "  try: keep it in a file, and name that twice");
  }

  @Test
  void aLimitIsAtLeastOne() {
    run("search", "--prompt", "dog", "-k", "0")
        .failed(
            2,
            "imagedb: --limit is \"0\", expected a whole number from 1 to 2147483647",
            "  try: imagedb search --help");
    run("list", "-k", "-1")
        .failed(
            2,
            "imagedb: --limit is \"-1\", expected a whole number from 1 to 2147483647",
            "  try: imagedb list --help");
  }

  @Test
  void aScoreIsANumber() {
    run("search", "--prompt", "dog", "--min-score", "NaN")
        .failed(2, "imagedb: --min-score is NaN, expected a number", "  try: --min-score 0.25");
  }

  @Test
  void aSizeIsAboveNothing() {
    run("index", "photos", "--max-megapixels", "-3")
        .failed(
            2,
            "imagedb: --max-megapixels is \"-3\", expected a number above 0",
            "  try: imagedb index --help");
  }

  @Test
  void onlyOneFormatIsPrinted() {
    CliRun run = run("list", "--json", "--csv");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("imagedb: --json, --csv are mutually exclusive");
  }

  @Test
  void anIndexNeedsAFolder() {
    run("index").failed(2, "imagedb: no folder to index", "  try: imagedb index ~/Pictures");
  }

  private CliRun run(String... arguments) {
    return CliRun.in(home, arguments);
  }
}
