package dev.imagedb;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Ends the process while threads are in native libraries.
///
/// [Runtime#halt] waits for them a while, and then calls C's `exit`, which takes the libraries down
/// under those that are still at work in them: now and then that ends in a signal. `_exit` (POSIX,
/// and Microsoft's C runtime) does neither.
final class AbruptEnd {
  private AbruptEnd() {}

  /// Loses what is not flushed. Returns only where there is no such function.
  static void exit(int code) {
    Linker linker = Linker.nativeLinker();
    linker.defaultLookup().find("_exit").ifPresent(function -> call(linker, function, code));
  }

  private static void call(Linker linker, MemorySegment function, int code) {
    try {
      linker
          .downcallHandle(function, FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT))
          .invokeExact(code);
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }
}
