package dev.imagedb.embed.models;

import dev.imagedb.embed.hub.CheckedFile;
import dev.imagedb.embed.hub.CheckedFile.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a model is what it should be.
///
/// @param files each compared with its checksum
/// @param forwardPass what came of a picture and a text
/// @param worstDifference between a number of its vectors and the reference's; null where no golden
///   values are known
public record Verification(
    String name,
    List<CheckedFile> files,
    ForwardPass forwardPass,
    @Nullable Double worstDifference) {

  /// What came of embedding a picture and a text.
  public enum ForwardPass {
    /// The vectors are the reference's.
    GOLDEN,
    /// They are unit vectors; there is nothing to compare them with.
    PLAUSIBLE,
    /// They are no unit vectors, or not the reference's.
    WRONG,
    /// There was none, since files are damaged.
    NOT_DONE
  }

  public Verification {
    files = List.copyOf(files);
  }

  /// Whether nothing speaks against the model.
  public boolean isSound() {
    boolean passed = forwardPass == ForwardPass.GOLDEN || forwardPass == ForwardPass.PLAUSIBLE;
    return passed && files.stream().noneMatch(file -> file.state() == State.DAMAGED);
  }
}
