package dev.imagedb.output.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class TemplateTest {
  @Test
  void fillsInTextAsHtmlShowsIt() {
    assertThat(new Template("<p title=\"{{a}}\">{{a}}</p>").text("a", "<b> & \"'").filled())
        .isEqualTo("<p title=\"&lt;b&gt; &amp; &quot;&#39;\">&lt;b&gt; &amp; &quot;&#39;</p>");
  }

  @Test
  void fillsInHtmlAsItIs() {
    assertThat(new Template("{{a}}").html("a", "<b>$1\\").filled()).isEqualTo("<b>$1\\");
  }

  @Test
  void looksForNoPlacesInWhatWasFilledIn() {
    assertThat(new Template("{{a}}{{b}}").text("a", "{{b}}").text("b", "x").filled())
        .isEqualTo("{{b}}x");
  }

  @Test
  void wantsEveryPlaceFilledIn() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new Template("{{a}}").filled())
        .withMessage("nothing to fill in for {{a}}");
  }
}
