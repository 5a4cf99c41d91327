package dev.imagedb.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The page of `imagedb serve` in a real browser: as people use it with a mouse, with keys alone,
/// and with what reads it aloud.
class ServePageIT {
  private static final Path SAMPLES = Path.of("samples/pictures").toAbsolutePath();
  private static final Path HEART = SAMPLES.resolve("shapes/orange-heart-on-yellow.png");
  private static final String MODEL = Path.of("samples/model").toAbsolutePath().toString();
  private static final Path SCREENSHOTS = Path.of("target/screenshots");
  private static final int DRAWN = 140;

  @TempDir static Path home;

  private static Playwright playwright;
  private static Browser browser;
  private static Served served;

  private final List<String> asked = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  /// What a browser complains of where a test provokes it, perhaps a moment later.
  private String expected = "nothing";

  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void serve() throws IOException {
    Optional<Path> chromium = onPath("chromium", "chromium-browser", "google-chrome");
    assumeTrue(chromium.isPresent(), "there is no chromium on the PATH");
    for (int i = 0; i < DRAWN; i++) {
      draw(i);
    }
    Files.createFile(home.resolve("drawn/torn.jpg"));
    CliRun.in(home, "index", "drawn", SAMPLES.toString(), "--model", MODEL, "--db", "db", "-q");
    served = Served.in(home);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(chromium.get())
                    .setArgs(List.of("--no-sandbox")));
  }

  private static Optional<Path> onPath(String... names) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> Stream.of(names).map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static void draw(int number) throws IOException {
    BufferedImage image = new BufferedImage(120 + number % 3 * 60, 120, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.getHSBColor(number / (float) DRAWN, 0.5f, 0.9f));
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.dispose();
    Path folder = Files.createDirectories(home.resolve("drawn"));
    ImageIO.write(image, "png", folder.resolve("plain-%03d.png".formatted(number)).toFile());
  }

  @AfterAll
  static void end() {
    if (playwright != null) {
      playwright.close();
    }
    if (served != null) {
      served.close();
      assertThat(served.err().toString()).isEmpty();
    }
  }

  @BeforeEach
  void open() {
    context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));
    page = context.newPage();
    page.onRequest((Request request) -> asked.add(request.url()));
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
    page.navigate(served.address().toString());
    assertThat(count()).containsText("pictures");
  }

  @AfterEach
  void nothingWasAskedOfOthersAndNobodyComplained() {
    context.close();
    assertThat(asked)
        .isNotEmpty()
        .allSatisfy(
            url ->
                assertThat(url).matches("(blob:)?" + Pattern.quote(served.address() + "") + ".*"));
    assertThat(complaints).allMatch(line -> line.contains(expected));
  }

  @Test
  void findsPicturesByWords() {
    ask("three red triangles on an orange background");

    assertThat(tiles().first().locator("img"))
        .hasAttribute("alt", Pattern.compile("three-red-triangles-on-orange.*"));
    assertThat(count()).containsText("Best of ");
    assertThat(page).hasURL(Pattern.compile(".*\\?prompt=three\\+red.*"));
  }

  @Test
  void goesBackToWhatWasAskedBefore() {
    ask("a green star");
    ask("a blue moon");
    page.goBack();

    assertThat(words()).hasValue("a green star");
    page.reload();
    assertThat(words()).hasValue("a green star");
    assertThat(tiles().first().locator("img")).hasAttribute("alt", Pattern.compile(".*star.*"));
  }

  @Test
  void findsPicturesLikeOneThatIsDropped() throws IOException {
    JSHandle dropped =
        page.evaluateHandle(
            """
            text => {
              const transfer = new DataTransfer();
              const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
              transfer.items.add(new File([bytes], 'q.png', {type: 'image/png'}));
              return transfer;
            }
            """,
            Base64.getEncoder().encodeToString(Files.readAllBytes(HEART)));
    page.dispatchEvent("body", "dragover", Map.of("dataTransfer", dropped));
    assertThat(page.locator("#drop")).isVisible();
    page.dispatchEvent("body", "drop", Map.of("dataTransfer", dropped));

    assertThat(page.locator("#drop")).isHidden();
    assertHeartIsFirst();
    assertThat(page.locator("#chips")).containsText("like the picture that you sent");
  }

  @Test
  void findsPicturesLikeOneThatIsChosen() {
    page.locator("#file").setInputFiles(HEART);

    assertHeartIsFirst();
  }

  @Test
  void saysWhyAPictureCannotBeUsed() throws IOException {
    Path broken = Files.writeString(home.resolve("broken.png"), "no picture");
    page.locator("#file").setInputFiles(broken);

    assertThat(page.locator("#problem"))
        .containsText("cannot use the picture that was sent: its first bytes are no picture's");
    expected = "422";
  }

  @Test
  void narrowsDownByFacets() {
    Locator type = page.locator("#facets button", having("bmp"));
    type.click();

    assertThat(type).hasAttribute("aria-pressed", "true");
    assertThat(type).isFocused();
    assertThat(count()).hasText("1 picture");
    assertThat(page).hasURL(Pattern.compile(".*\\?ext=bmp"));
    page.locator("#chips button").click();
    assertThat(count()).not().hasText("1 picture");
  }

  @Test
  void goesOnAsLongAsThereArePictures() {
    assertThat(tiles()).hasCount(60);
    page.mouse().move(640, 500);
    for (int i = 0; i < 30 && page.locator("#more").isVisible(); i++) {
      page.mouse().wheel(0, 4_000);
      page.waitForTimeout(100);
    }
    assertThat(page.locator("#more")).isHidden();
    String total = count().textContent().replaceAll("\\D", "");
    assertThat(tiles()).hasCount(Integer.parseInt(total));
  }

  @Test
  void showsAllThatIsKnownOfAPicture() {
    ask("a brown arrow on a purple background");
    tiles().first().click();

    Locator details = page.getByRole(AriaRole.DIALOG);
    assertThat(details).containsText("Brightwater");
    assertThat(details).containsText("Pocket 7");
    assertThat(page).hasURL(Pattern.compile(".*photo=[0-9a-f]{32}"));
    details.locator("summary").click();
    assertThat(details.locator("details h3").first()).isVisible();
    page.keyboard().press("Escape");
    assertThat(details).isHidden();
    assertThat(tiles().first()).isFocused();
  }

  @Test
  void isUsedByKeysAlone() {
    page.keyboard().press("/");
    assertThat(words()).isFocused();
    page.keyboard().type("an orange heart on yellow");
    page.keyboard().press("Enter");
    assertHeartIsFirst();

    for (int i = 0; i < 8 && !isOnATile(); i++) {
      page.keyboard().press("Tab");
    }
    assertThat(tiles().first()).isFocused();
    page.keyboard().press("/");
    page.keyboard().press("ArrowDown");
    assertThat(tiles().first()).isFocused();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Home");
    assertThat(tiles().first()).isFocused();

    page.keyboard().press("Enter");
    Locator details = page.getByRole(AriaRole.DIALOG);
    assertThat(details.locator("h2")).containsText("orange-heart");
    assertThat(page.locator("#details-close")).isFocused();
    page.keyboard().press("ArrowRight");
    assertThat(details.locator("h2")).not().containsText("orange-heart-on-yellow");
    page.keyboard().press("m");
    assertThat(details).isHidden();
    assertThat(page.locator("#chips")).containsText("like this one");

    page.keyboard().press("?");
    assertThat(page.locator("#help")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("#help")).isHidden();
  }

  @Test
  void saysWhatCannotBeSeen() {
    page.navigate(served.address().resolve("/?text=torn").toString());
    assertThat(tiles().first()).hasClass("unseeable");
    tiles().first().click();

    Locator details = page.getByRole(AriaRole.DIALOG);
    assertThat(details).containsText("This picture cannot be shown here");
    assertThat(details).containsText("It could not be read: ");
    assertThat(page.locator("#details-like")).isHidden();
    expected = "404";
  }

  @Test
  void saysWhatIsWrongWithAnAddress() {
    page.navigate(served.address().resolve("/?where=camra:x").toString());

    assertThat(page.getByRole(AriaRole.ALERT)).containsText("there is no field \"camra\"");
    expected = "400";
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void canBeReadByEverybody(ColorScheme scheme) throws IOException {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    assertNoViolations("list-" + scheme);
    page.keyboard().press("?");
    assertNoViolations("help-" + scheme);
    page.keyboard().press("Escape");
    ask("a brown arrow on a purple background");
    tiles().first().click();
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Brightwater");
    assertNoViolations("details-" + scheme);
    page.keyboard().press("Escape");
    page.setViewportSize(390, 844);
    assertNoViolations("phone-" + scheme);
    page.locator("#filters-toggle").click();
    assertNoViolations("phone-filters-" + scheme);
  }

  @Test
  void fitsAPhone() {
    page.setViewportSize(360, 700);

    ViewportSize screen = page.viewportSize();
    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(screen.width);
  }

  private void ask(String question) {
    words().fill(question);
    words().press("Enter");
    assertThat(page.locator("#grid")).hasAttribute("aria-busy", "false");
    assertThat(count()).containsText("Best of");
  }

  private void assertHeartIsFirst() {
    assertThat(tiles().first().locator("img"))
        .hasAttribute("alt", Pattern.compile("orange-heart-on-yellow.*"));
  }

  private boolean isOnATile() {
    return (boolean) page.evaluate("document.activeElement.closest('#grid a') !== null");
  }

  /// By axe-core's rules (WCAG 2.2 A and AA, and good practice).
  private void assertNoViolations(String name) throws IOException {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(SCREENSHOTS.resolve(name.toLowerCase(Locale.ROOT) + ".png")));
    page.evaluate(axe());
    Object violations =
        page.evaluate(
            """
            async () => (await axe.run()).violations.flatMap(
                rule => rule.nodes.map(node => `${rule.id}: ${node.html}: ${node.failureSummary}`))
            """);
    assertThat((List<?>) violations).as(name).isEmpty();
  }

  private static String axe() throws IOException {
    try (InputStream in = ServePageIT.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Page.LocatorOptions having(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private Locator words() {
    return page.locator("#words");
  }

  private Locator count() {
    return page.locator("#count");
  }

  private Locator tiles() {
    return page.locator("#grid a");
  }
}
