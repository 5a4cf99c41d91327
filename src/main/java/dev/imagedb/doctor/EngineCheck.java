package dev.imagedb.doctor;

import dev.imagedb.embed.Processor;
import dev.imagedb.embed.models.ModelLibrary;

/// What runs models, and what the processor has for it.
record EngineCheck(Processor processor) implements Check {
  @Override
  public String subject() {
    return "engine";
  }

  @Override
  public Finding examine() {
    int cores = Runtime.getRuntime().availableProcessors();
    String told = "%s on %d cores; %s".formatted(ModelLibrary.engine(), cores, precision());
    return processor.multipliesHalves() || processor.multipliesBytes()
        ? new Finding(Finding.Level.OK, told, faster())
        : Finding.ok(told);
  }

  private String precision() {
    if (processor.flags().isEmpty()) {
      return "what the processor has is known on Linux only, so --precision auto takes fp32";
    }
    return processor.multipliesHalves()
        ? "--precision auto tries fp32 and bf16, and takes the faster"
        : "--precision auto takes fp32, since the processor has no bfloat16";
  }

  private String faster() {
    String int8 = processor.multipliesBytes() ? "int8" : "";
    String bf16 = processor.multipliesHalves() ? "auto" : "";
    return "index faster, and a little less exactly, with --precision "
        + String.join(
            " or ",
            java.util.stream.Stream.of(bf16, int8).filter(name -> !name.isEmpty()).toList());
  }
}
