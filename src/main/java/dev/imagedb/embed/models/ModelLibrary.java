package dev.imagedb.embed.models;

import dev.imagedb.embed.Embedder;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.hub.CacheInventory;
import dev.imagedb.embed.hub.CachedModel;
import dev.imagedb.embed.hub.CheckedFile;
import dev.imagedb.embed.hub.CheckedFile.State;
import dev.imagedb.embed.hub.FetchResult;
import dev.imagedb.embed.hub.Hub;
import dev.imagedb.embed.hub.ModelReference;
import dev.imagedb.embed.hub.ModelReference.Builtin;
import dev.imagedb.embed.hub.ModelReference.Folder;
import dev.imagedb.embed.hub.ModelReference.OnHub;
import dev.imagedb.embed.hub.Progress;
import dev.imagedb.embed.models.Verification.ForwardPass;
import dev.imagedb.embed.openclip.OpenClipModel;
import dev.imagedb.embed.openclip.Torch;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The models on this machine: what there is, what each is, and whether it is sound.
public final class ModelLibrary {
  private static final EmbedderOptions ONCE = EmbedderOptions.forQueries(Precision.FP32);
  private static final double UNIT_TOLERANCE = 1e-3;

  private final Hub hub;
  private final CacheInventory cache;
  private final BuiltinModel builtin;

  /// A library.
  ///
  /// @param cache of the hub's models
  /// @param ownCache a folder of the program's own, to unpack the built-in model into
  public ModelLibrary(Hub hub, CacheInventory cache, Path ownCache) {
    this.hub = hub;
    this.cache = cache;
    this.builtin = new BuiltinModel(ownCache);
  }

  /// What runs models, with its version: `libtorch 2.7.1`. Loads it, which takes a moment, and no
  /// model.
  ///
  /// @throws UserException where it cannot be loaded here
  public static String engine() {
    return Torch.version();
  }

  /// Whether a model is here with all its files. The built-in one always is.
  ///
  /// @throws UserException where the name is none of a model
  public boolean holds(String name) {
    return switch (ModelReference.parse(name)) {
      case Builtin _ -> true;
      case Folder(Path folder) -> OpenClipModel.isComplete(folder);
      case OnHub onHub -> cache.model(onHub).filter(CachedModel::complete).isPresent();
    };
  }

  /// The models in the hub's cache; the built-in one is always there, too.
  public List<CachedModel> cached() {
    return cache.models();
  }

  /// Brings a model of the hub up to date, whether it is here or not.
  ///
  /// @throws UserException where it is none of the hub's, or cannot be had
  public CachedModel pull(String name, Progress progress) {
    OnHub model = onHub(name, "nothing is to be fetched");
    return switch (hub.fetch(model, new OpenClipFormat(), progress)) {
      case FetchResult.Fetched _ -> here(model);
      case FetchResult.Unreachable(String reason) ->
          throw UserException.failed(
              "the model " + model + " cannot be fetched: " + reason,
              cache.model(model).filter(CachedModel::complete).isPresent()
                  ? "it is in the cache, as it was when it was fetched last"
                  : "go online, and run the same command again");
    };
  }

  /// What a model is.
  ///
  /// @throws UserException where it is not here, or cannot be used
  public ModelSheet describe(String name) {
    ModelReference model = ModelReference.parse(name);
    Path folder = folder(model);
    try (OpenClipModel opened = OpenClipModel.open(folder, model.toString(), false, ONCE)) {
      return new ModelSheet(
          model.toString(),
          folder,
          bytes(folder),
          LicenceStatement.in(folder).orElse(null),
          opened.facts());
    }
  }

  /// Removes a model from the hub's cache.
  ///
  /// @return how many bytes are free now
  /// @throws UserException where it is not there; a folder of the user's is never touched
  public long remove(String name) {
    return cache.remove(here(onHub(name, "it is not removed")));
  }

  /// Compares a model's files with their checksums, and sends a picture and a text through it.
  ///
  /// @throws UserException where it is not here, or cannot be used
  public Verification verify(String name) {
    ModelReference model = ModelReference.parse(name);
    List<CheckedFile> files =
        switch (model) {
          case Builtin _ -> builtin.check();
          case Folder _ -> List.of();
          case OnHub onHub -> cache.check(here(onHub));
        };
    if (files.stream().anyMatch(file -> file.state() == State.DAMAGED)) {
      return new Verification(model.toString(), files, ForwardPass.NOT_DONE, null);
    }
    try (Embedder opened = OpenClipModel.open(folder(model), model.toString(), false, ONCE)) {
      return model instanceof Builtin
          ? compared(model, files, GoldenValues.builtin().worstDifference(opened))
          : tried(model, files, opened);
    }
  }

  private static Verification compared(
      ModelReference model, List<CheckedFile> files, double worstDifference) {
    ForwardPass pass =
        worstDifference <= GoldenValues.TOLERANCE ? ForwardPass.GOLDEN : ForwardPass.WRONG;
    return new Verification(model.toString(), files, pass, worstDifference);
  }

  private static Verification tried(
      ModelReference model, List<CheckedFile> files, Embedder opened) {
    boolean unit =
        isUnit(GoldenValues.imageVector(opened)) && isUnit(opened.embedText(GoldenValues.ANY_TEXT));
    ForwardPass pass = unit ? ForwardPass.PLAUSIBLE : ForwardPass.WRONG;
    return new Verification(model.toString(), files, pass, null);
  }

  private static boolean isUnit(float[] vector) {
    double square = 0;
    for (float number : vector) {
      square += (double) number * number;
    }
    return Math.abs(square - 1) < UNIT_TOLERANCE;
  }

  private Path folder(ModelReference model) {
    return switch (model) {
      case Builtin _ -> builtin.folder();
      case Folder(Path folder) -> folder;
      case OnHub onHub -> here(onHub).folder();
    };
  }

  private CachedModel here(OnHub model) {
    return cache
        .model(model)
        .orElseThrow(
            () ->
                UserException.failed(
                    "the model " + model + " is not in the cache", "imagedb models pull " + model));
  }

  private static OnHub onHub(String name, String consequence) {
    return switch (ModelReference.parse(name)) {
      case OnHub onHub -> onHub;
      case Builtin _ ->
          throw UserException.usage(
              "the built-in model is a part of the program: " + consequence, "imagedb models list");
      case Folder(Path folder) ->
          throw UserException.usage(
              folder + " is a folder, no model of the hub: " + consequence, "imagedb models list");
    };
  }

  private static long bytes(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    } catch (IOException e) {
      throw new UserException(
          ExitCode.FAILED, "cannot read " + folder + ": " + e.getMessage(), null, e);
    }
  }
}
