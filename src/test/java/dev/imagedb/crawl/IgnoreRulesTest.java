package dev.imagedb.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.photo.Skipped;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What git 2.39 does with the same lines in a `.gitignore`; [GitIgnoreIT] asks git itself.
class IgnoreRulesTest {

  @Test
  void leavesOutNamesAtAnyDepth() {
    assertThat(found("*.png", "a.png", "b/c.png", "b/d.jpg")).containsExactly("b/d.jpg");
  }

  @Test
  void takesBackWhatALaterLineNegates() {
    assertThat(found("*.jpg\n!keep.jpg\n", "a.jpg", "b/keep.jpg", "keep.jpg"))
        .containsExactly("b/keep.jpg", "keep.jpg");
  }

  @Test
  void takesNothingBackFromAFolderThatIsLeftOut() {
    assertThat(found("dir/\n!dir/keep.jpg\n", "dir/keep.jpg", "a.jpg")).containsExactly("a.jpg");
  }

  @Test
  void takesBackFromAFolderWhoseEntriesAreLeftOut() {
    assertThat(found("dir/*\n!dir/keep.jpg\n", "dir/keep.jpg", "dir/a.jpg"))
        .containsExactly("dir/keep.jpg");
  }

  @Test
  void keepsAFileWhereTheLineMeansAFolder() {
    assertThat(found("build/\n", "a/build/1.jpg", "b/build", "build/2.jpg"))
        .containsExactly("b/build");
  }

  @Test
  void bindsALineWithASlashToItsFolder() {
    assertThat(found("/x\n", "a/x", "x")).containsExactly("a/x");
    assertThat(found("a/*.jpg\n", "a/1.jpg", "a/b/2.jpg", "b/a/3.jpg"))
        .containsExactly("a/b/2.jpg", "b/a/3.jpg");
  }

  @Test
  void letsTwoStarsCrossFolders() {
    assertThat(found("**/raw/**\n", "1.jpg", "a/b/raw/c/2.jpg", "raw/3.jpg"))
        .containsExactly("1.jpg");
    assertThat(found("a/**/z.jpg\n", "a/b/c/z.jpg", "a/z.jpg", "z.jpg")).containsExactly("z.jpg");
  }

  @Test
  void keepsOnlySomeKindsWhereAllElseIsLeftOut() {
    assertThat(found("*\n!*/\n!*.jpg\n", "1.jpg", "a/2.jpg", "a/3.png"))
        .containsExactly("1.jpg", "a/2.jpg");
  }

  @Test
  void readsCommentsEscapesAndTrailingBlanks() {
    assertThat(found("# *.jpg\n\\#1.jpg\n\\!2.jpg\n3.jpg   \n4\\ \n", all()))
        .containsExactly("5.jpg");
  }

  private static String[] all() {
    return new String[] {"#1.jpg", "!2.jpg", "3.jpg", "4 ", "5.jpg"};
  }

  @Test
  void takesSignsOfOtherPatternLanguagesLiterally() {
    assertThat(found("x|y\n+z\n*.{a,b}\n(c)\n", "(c)", "+z", "1.a", "1.{a,b}", "x", "x|y"))
        .containsExactly("1.a", "x");
  }

  @Test
  void readsFilesWrittenOnWindows() {
    assertThat(found("\uFEFF*.png\r\n*.gif\r\n", "1.png", "2.gif", "3.jpg"))
        .containsExactly("3.jpg");
  }

  @Test
  void letsTheNearestFileDecide() {
    FakeTree tree =
        new FakeTree("1.png", "a/2.png", "a/b/3.png", "a/b/4.jpg")
            .write(".imagedbignore", "*.png\n")
            .write("a/.imagedbignore", "!*.png\n")
            .write("a/b/.imagedbignore", "/3.png\n");

    assertThat(tree.found(tree.request())).containsExactly("a/2.png", "a/b/4.jpg");
  }

  @Test
  void bindsALineOfANestedFileToThatFolder() {
    FakeTree tree =
        new FakeTree("a/x/1.jpg", "a/b/x/2.jpg", "x/3.jpg").write("a/.imagedbignore", "/x/\n");

    assertThat(tree.found(tree.request())).containsExactly("a/b/x/2.jpg", "x/3.jpg");
  }

  @Test
  void doesNotTouchWhatWasGivenByName() {
    FakeTree tree = new FakeTree("a/1.jpg", "a/2.jpg").write("a/.imagedbignore", "*.jpg\n");

    assertThat(tree.found(CrawlRequest.of(tree.at("a/1.jpg"), tree.root)))
        .containsExactly("a/1.jpg");
  }

  @Test
  void obeysNoLineOfAFileThatIsTooLong() {
    FakeTree tree =
        new FakeTree("1.jpg", "a/2.jpg")
            .write(".imagedbignore", "*.jpg\n" + "#\n".repeat(1 << 17))
            .write("a/.imagedbignore", "*.jpg\n" + "\n".repeat((1 << 18) - 6));

    assertThat(tree.found(tree.request())).containsExactly("1.jpg");
    assertThat(tree.skipped)
        .containsExactly(
            new Skipped(
                tree.at(".imagedbignore"),
                "it cannot be read: it is larger than 256 kB, so that none of its lines is obeyed"));
  }

  /// Where stars are tried one against the other, this ends after the sun has burnt out.
  @Test
  void matchesAnyNumberOfStarsWithoutBacktracking() {
    String name = "a".repeat(255);
    assertThat(found("a*".repeat(100) + "b\n", name)).containsExactly(name);
  }

  @Test
  void readsBracketsAsGitDoes() {
    assertThat(found("[[:digit:]]\n[b-d]\n[!-a-z0-9é]\n", "1", "a", "c", "-", "é", "É"))
        .containsExactly("-", "a", "é");
    assertThat(found("[]x]\n[a\n[[:none:]]\n", "]", "x", "[a", "y")).containsExactly("[a", "y");
  }

  private static List<String> found(String lines, String... files) {
    FakeTree tree = new FakeTree(files).write(".imagedbignore", lines);
    return tree.found(tree.request());
  }
}
