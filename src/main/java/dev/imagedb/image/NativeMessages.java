package dev.imagedb.image;

import static org.bytedeco.leptonica.global.leptonica.L_SEVERITY_NONE;
import static org.bytedeco.leptonica.global.leptonica.lept_fopen;
import static org.bytedeco.leptonica.global.leptonica.setMsgSeverity;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/// What native libraries have to say, which would go to standard error, past ours, and into the
/// middle of a line that shows progress.
///
/// Leptonica can be told to be silent. libjpeg-turbo reports by a function that prints to C's
/// `stderr`, and Leptonica leaves no way to name another; but in glibc, musl and on macOS `stderr`
/// is a variable, which may be set (`stdio.h`; glibc manual, 12.2, Standard Streams). The file
/// descriptor stays what it is: Java's own messages, the virtual machine's and C++'s go on to it.
final class NativeMessages {
  private static final String[] VARIABLES = {"stderr", "__stderrp"};

  private NativeMessages() {}

  /// Ends them for the whole process.
  ///
  /// @throws LinkageError if there is no native library for this machine
  static void silence() {
    setMsgSeverity(L_SEVERITY_NONE);
    for (String name : VARIABLES) {
      @Nullable Pointer variable = Loader.addressof(name);
      if (variable != null) {
        set(variable);
        return;
      }
    }
  }

  private static void set(Pointer variable) {
    @Nullable Pointer nowhere = lept_fopen("/dev/null", "w");
    if (nowhere != null) {
      new PointerPointer<>(variable).put(0, nowhere);
    }
  }
}
