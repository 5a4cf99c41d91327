package dev.imagedb.embed.openclip;

import dev.imagedb.fault.UserException;

/// What follows a trunk's pooled features (`TimmModel` in OpenCLIP's timm_model.py).
///
/// @param kind which layers there are
/// @param bias whether the last of OpenCLIP's own layers has one; a classifier always does
record TrunkHead(Kind kind, boolean bias) {

  enum Kind {
    /// Nothing: the features are the vector (`timm_proj: none`).
    NONE,
    /// One layer (`timm_proj: linear`).
    LINEAR,
    /// Two layers, the first twice as wide as the vector (`timm_proj: mlp`).
    MLP,
    /// The network's own classifier, with a number of the vector for each class (no `timm_proj`).
    CLASSIFIER
  }

  /// Reads `timm_proj` and `timm_pool`. Any pooling but the network's own would change its norms,
  /// too. None at all leaves its own, but only with layers behind.
  ///
  /// @param pool how the network itself pools its features
  static TrunkHead read(JsonFields vision, String pool) {
    TrunkHead head = read(vision);
    String asked = textOrNone(vision, "timm_pool", "avg");
    boolean left = asked.isEmpty() && (head.kind == Kind.LINEAR || head.kind == Kind.MLP);
    if (!left && !asked.equals(pool)) {
      String name = vision.text("timm_model_name", "");
      throw vision.unsupported("timm_pool '" + asked + "' in " + name);
    }
    return head;
  }

  private static TrunkHead read(JsonFields vision) {
    boolean bias = vision.flag("timm_proj_bias", false);
    String projection = textOrNone(vision, "timm_proj", "linear");
    return switch (projection) {
      case "none" -> new TrunkHead(Kind.NONE, false);
      case "linear" -> new TrunkHead(Kind.LINEAR, bias);
      case "mlp" -> new TrunkHead(Kind.MLP, bias);
      case "" -> new TrunkHead(Kind.CLASSIFIER, true);
      default -> throw vision.unsupported("timm_proj " + projection);
    };
  }

  /// A key's text; null says none, silence the reference's default.
  private static String textOrNone(JsonFields vision, String key, String otherwise) {
    return vision.text(key, vision.isNull(key) ? "" : otherwise);
  }

  /// Wants the head's tensors.
  ///
  /// @param classifier the name of the network's own last layer
  /// @return the name of the layer that gives the vector; empty where there is none
  /// @throws UserException where a tensor is missing, or the features are the vector and of another
  ///   dimension
  String want(Weights weights, String classifier, long features, long dimension) {
    return switch (kind) {
      case NONE -> {
        checkDimension(features, dimension);
        yield "";
      }
      case LINEAR -> last(weights, "visual.head.proj", features, dimension, bias);
      case MLP -> {
        String first = "visual.head.mlp.fc1";
        weights.wantLinear(first + ".weight", first + ".bias", 2 * dimension, features);
        yield last(weights, "visual.head.mlp.fc2", 2 * dimension, dimension, bias);
      }
      case CLASSIFIER -> last(weights, classifier, features, dimension, true);
    };
  }

  private static void checkDimension(long features, long dimension) {
    if (dimension != features) {
      throw UserException.failed(
          "the config asks for vectors of "
              + dimension
              + " numbers, but its image tower gives "
              + features,
          "fetch the model's files anew");
    }
  }

  private static String last(
      Weights weights, String layer, long features, long dimension, boolean bias) {
    weights.want(layer + ".weight", dimension, features).markLinear(layer + ".weight");
    if (bias) {
      weights.want(layer + ".bias", dimension);
    }
    return layer;
  }
}
