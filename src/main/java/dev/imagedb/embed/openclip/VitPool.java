package dev.imagedb.embed.openclip;

import dev.imagedb.embed.openclip.Tower.Step;
import dev.imagedb.fault.UserException;
import java.util.List;

/// How the tokens of a picture become one (`_pool` of `VisionTransformer` in OpenCLIP's
/// transformer.py): the class token or the mean of the others, or what learned queries find in all
/// of them.
///
/// @param average whether the mean is taken of all but the first
/// @param queries how many there are; none without attention
/// @param heads of the queries' attention
record VitPool(Kind kind, boolean average, int queries, int heads) {

  enum Kind {
    /// Tokens are normed, then pooled.
    NORM_FIRST,
    /// Tokens are pooled, then normed.
    NORM_LAST,
    /// What queries find is normed, then pooled.
    ATTENTION,
    /// Tokens are normed; what one query of its own finds in them is taken.
    PARALLEL,
    /// Tokens are normed; what one query more finds in what the others found is taken.
    CASCADE
  }

  private static final String POOL = "visual.attn_pool.";
  private static final String LAST_POOL = "visual.attn_pool_contrastive.";

  /// Pooling without queries.
  static VitPool ofTokens(boolean average, boolean normLast) {
    return new VitPool(normLast ? Kind.NORM_LAST : Kind.NORM_FIRST, average, 0, 0);
  }

  /// Wants what the pooling needs, the norm behind the blocks and the projection.
  ///
  /// @param width of the tokens
  /// @return changes to the weights before they are used
  /// @throws UserException where heads do not fit, or a tensor is missing or of another shape
  List<Step> want(Weights weights, long width, long dimension) {
    boolean attention = kind != Kind.NORM_FIRST && kind != Kind.NORM_LAST;
    weights.wantNorm("visual.ln_post", kind == Kind.ATTENTION ? dimension : width);
    weights.want("visual.proj", attention ? dimension : width, dimension);
    if (attention && dimension % heads != 0) {
      throw UserException.failed(
          "the config asks for " + heads + " heads in vectors of " + dimension + " numbers",
          "fetch the model's files anew");
    }
    return switch (kind) {
      case NORM_FIRST, NORM_LAST -> List.of();
      case ATTENTION -> List.of(wantPooler(weights, POOL, queries, width, dimension));
      case PARALLEL -> List.of(wantPooler(weights, LAST_POOL, 1, width, dimension));
      case CASCADE ->
          List.of(
              wantPooler(weights, POOL, queries, width, dimension),
              wantPooler(weights, LAST_POOL, 1, dimension, dimension));
    };
  }

  /// Wants an `AttentionalPooler`.
  ///
  /// @param context features of what is attended to
  private static Step wantPooler(
      Weights weights, String prefix, long queries, long context, long dimension) {
    String attention = prefix + "attn.";
    weights
        .want(prefix + "query", queries, dimension)
        .wantNorm(prefix + "ln_q", dimension)
        .wantNorm(prefix + "ln_k", context);
    if (context == dimension) {
      weights.want(attention + "in_proj_weight", 3 * dimension, dimension);
    } else {
      weights
          .want(attention + "q_proj_weight", dimension, dimension)
          .want(attention + "k_proj_weight", dimension, context)
          .want(attention + "v_proj_weight", dimension, context);
    }
    weights
        .want(attention + "in_proj_bias", 3 * dimension)
        .wantAs(attention + "proj.weight", attention + "out_proj.weight", dimension, dimension)
        .wantAs(attention + "proj.bias", attention + "out_proj.bias", dimension);
    for (String layer : List.of("q", "kv", "proj")) {
      weights.markLinear(attention + layer + ".weight");
    }
    return new Step("unpack_pool", List.of(attention), List.of());
  }
}
