package dev.imagedb.embed.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagedb.embed.hub.ModelReference.Builtin;
import dev.imagedb.embed.hub.ModelReference.Folder;
import dev.imagedb.embed.hub.ModelReference.OnHub;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelReferenceTest {

  @Test
  void readsWhatPeopleWrite(@TempDir Path folder) {
    assertThat(ModelReference.parse("builtin")).isEqualTo(new Builtin());
    assertThat(ModelReference.parse(folder.toString())).isEqualTo(new Folder(folder));
    assertThat(ModelReference.parse("local-dir:" + folder)).isEqualTo(new Folder(folder));
    assertThat(ModelReference.parse("laion/CLIP-ViT-B-32"))
        .isEqualTo(new OnHub("laion/CLIP-ViT-B-32", "main"));
    assertThat(ModelReference.parse("hf-hub:timm/ViT-B-16-SigLIP@refs/pr/1"))
        .isEqualTo(new OnHub("timm/ViT-B-16-SigLIP", "refs/pr/1"));
  }

  @Test
  void writesItselfAsItCanBeReadAgain(@TempDir Path folder) {
    assertThat(new Builtin()).hasToString("builtin");
    assertThat(new Folder(folder)).hasToString(folder.toString());
    assertThat(new OnHub("org/name", "main")).hasToString("org/name");
    assertThat(new OnHub("org/name", "v1")).hasToString("org/name@v1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/no/such/folder",
        "a/b/c",
        "org/name@",
        "org/..",
        "../name",
        "org/na me",
        "org/name@../../x",
        "hf-hub:",
        "hf-hub:name",
        "org/name@-x",
        "\0"
      })
  void refusesWhatIsNoModel(String text) {
    assertThatThrownBy(() -> ModelReference.parse(text))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.WRONG_USAGE))
        .hasMessage("\"" + text + "\" is neither a folder nor the name of a model");
  }

  @Test
  void asksWhatWasMeantByANameThatIsNearlyOne() {
    assertThatThrownBy(() -> ModelReference.parse("builtins"))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.hint()).contains("Did you mean builtin?"));
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    assertThatThrownBy(() -> ModelReference.parse("local-dir:/no/such"))
        .isInstanceOf(UserException.class)
        .hasMessage("there is no model folder \"/no/such\"");
  }
}
