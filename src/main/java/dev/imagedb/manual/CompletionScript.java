package dev.imagedb.manual;

/// Writes a script with which a shell completes command lines.
public sealed interface CompletionScript permits BashScript, ZshScript, FishScript {

  /// The script, its last line ended.
  String of(Manual manual);

  /// For bash 3.2 and newer.
  static CompletionScript forBash() {
    return new BashScript();
  }

  /// For zsh 5 and newer, to lie in a folder of `fpath` as `_imagedb`.
  static CompletionScript forZsh() {
    return new ZshScript();
  }

  /// For fish 3 and newer.
  static CompletionScript forFish() {
    return new FishScript();
  }
}
