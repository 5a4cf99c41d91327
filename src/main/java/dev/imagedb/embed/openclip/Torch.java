package dev.imagedb.embed.openclip;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;

/// The library that runs the towers.
public final class Torch {
  private Torch() {}

  /// Its name and version, once it is loaded.
  ///
  /// @throws UserException where it cannot be
  public static String version() {
    try {
      return "libtorch " + Engine.getEngine("PyTorch").getVersion();
    } catch (EngineException | LinkageError e) {
      throw new UserException(
          ExitCode.FAILED,
          "libtorch cannot be loaded: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
          "build imagedb on this machine, whose libraries it then takes",
          e);
    }
  }
}
