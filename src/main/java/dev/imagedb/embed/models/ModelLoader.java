package dev.imagedb.embed.models;

import dev.imagedb.embed.Embedder;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.Processor;
import dev.imagedb.embed.hub.FetchResult;
import dev.imagedb.embed.hub.Hub;
import dev.imagedb.embed.hub.ModelReference;
import dev.imagedb.embed.hub.ModelReference.Builtin;
import dev.imagedb.embed.hub.ModelReference.Folder;
import dev.imagedb.embed.hub.ModelReference.OnHub;
import dev.imagedb.embed.hub.Progress;
import dev.imagedb.embed.openclip.OpenClipModel;
import dev.imagedb.fault.UserException;
import dev.imagedb.photo.VectorSpace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Opens models by the names that people write.
public final class ModelLoader {
  /// The model of a new database, wherever it can be had.
  public static final String DEFAULT = "laion/CLIP-ViT-B-32-laion2B-s34B-b79K";

  private static final OpenClipFormat FORMAT = new OpenClipFormat();

  private final Hub hub;
  private final BuiltinModel builtin;
  private final Progress progress;
  private final Consumer<String> notice;
  private final Processor processor;

  /// A loader.
  ///
  /// @param cache a folder of the program's own, to unpack the built-in model into
  /// @param progress is told of downloads
  /// @param notice is told, in one line, where another model or arithmetic serves than might be
  ///   expected
  public ModelLoader(Hub hub, Path cache, Progress progress, Consumer<String> notice) {
    this(hub, cache, progress, notice, Processor.here());
  }

  ModelLoader(
      Hub hub, Path cache, Progress progress, Consumer<String> notice, Processor processor) {
    this.hub = hub;
    this.builtin = new BuiltinModel(cache);
    this.progress = progress;
    this.notice = notice;
    this.processor = processor;
  }

  /// Opens just this model: `builtin`, a folder, or a repository on the hub, which is fetched where
  /// it is not in the cache.
  ///
  /// @param padded whether pictures are padded to a white square
  /// @throws UserException where it cannot be had, or cannot be used
  public Embedder open(String name, boolean padded, EmbedderOptions options) {
    return switch (ModelReference.parse(name)) {
      case Builtin _ -> openBuiltin(padded, options);
      case Folder(Path folder) -> open(folder, folder.toString(), padded, options);
      case OnHub onHub -> open(fetch(onHub), onHub.toString(), padded, options);
    };
  }

  /// Opens the default model where it is in the cache or can be fetched; where there is no network,
  /// the built-in one, and says so.
  public Embedder openDefault(boolean padded, EmbedderOptions options) {
    OnHub wanted = (OnHub) ModelReference.parse(DEFAULT);
    Optional<Path> cached = cached(wanted);
    if (cached.isPresent()) {
      return open(cached.get(), DEFAULT, padded, options);
    }
    return switch (hub.fetch(wanted, FORMAT, progress)) {
      case FetchResult.Fetched(Path folder) -> open(folder, DEFAULT, padded, options);
      case FetchResult.Unreachable(String reason) -> {
        notice.accept(
            "the small built-in model serves, since "
                + DEFAULT
                + " cannot be fetched ("
                + reason
                + "); for much better results, later and online: imagedb index --force --model "
                + DEFAULT
                + " FOLDER");
        yield openBuiltin(padded, options);
      }
    };
  }

  /// Opens the model that a database's vectors were made with, preparing pictures as it was done
  /// then.
  ///
  /// @throws UserException where the model's files are no longer the ones they were
  public Embedder openFor(VectorSpace space, EmbedderOptions options) {
    EmbedderOptions possible = inPossiblePrecision(options);
    Embedder asConfigured = open(space.model(), false, possible);
    if (asConfigured.space().comparableTo(space)) {
      return asConfigured;
    }
    asConfigured.close();
    Embedder padded = open(space.model(), true, possible);
    if (padded.space().comparableTo(space)) {
      return padded;
    }
    padded.close();
    throw UserException.failed(
        "the model " + space.model() + " is no longer the one that the database was made with",
        "imagedb index --force --model " + space.model() + " FOLDER");
  }

  private Embedder openBuiltin(boolean padded, EmbedderOptions options) {
    return open(builtin.folder(), BuiltinModel.NAME, padded, options);
  }

  private Embedder open(Path folder, String name, boolean padded, EmbedderOptions options) {
    return OpenClipModel.open(folder, name, padded, inPossiblePrecision(options));
  }

  private EmbedderOptions inPossiblePrecision(EmbedderOptions options) {
    if (options.precision() != Precision.INT8 || processor.multipliesBytes()) {
      return options;
    }
    notice.accept(
        processor.flags().isEmpty()
            ? "fp32 serves, since only Linux tells whether a processor computes int8"
            : "fp32 or bf16 serves, since int8 needs a processor with avx512_vnni or avx_vnni");
    return options.in(Precision.AUTO);
  }

  /// A model that is in the cache with all its files.
  private Optional<Path> cached(OnHub model) {
    return hub.cached(model).filter(OpenClipModel::isComplete);
  }

  private Path fetch(OnHub model) {
    Optional<Path> cached = cached(model);
    if (cached.isPresent()) {
      return cached.get();
    }
    return switch (hub.fetch(model, FORMAT, progress)) {
      case FetchResult.Fetched(Path folder) -> folder;
      case FetchResult.Unreachable(String reason) ->
          throw UserException.failed(
              "the model " + model + " is not in the cache and cannot be fetched: " + reason,
              "go online, or use what is here: --model builtin");
    };
  }
}
