package dev.imagedb.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/// What this process runs on.
///
/// @param javaOptions that it was started with
/// @param memory of the machine, or of the container, in bytes; less than 1 where that is not known
public record Machine(List<String> javaOptions, long memory) {
  public Machine {
    javaOptions = List.copyOf(javaOptions);
  }

  /// As Java tells.
  public static Machine here() {
    boolean known = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean;
    return new Machine(
        ManagementFactory.getRuntimeMXBean().getInputArguments(),
        known
            ? ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize()
            : 0);
  }
}
