package dev.imagedb.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// The smallest files that a model may consist of.
final class ModelSeeds {
  private static final String WEIGHTS =
      """
      {"__metadata__": {"format": "pt"},
       "a": {"dtype": "F32", "shape": [2, 1], "data_offsets": [0, 8]},
       "b": {"dtype": "BF16", "shape": [4], "data_offsets": [8, 16]}}
      """;

  private static final String OWN_TOWERS =
      """
      {"model_cfg": {"embed_dim": 8, "quick_gelu": true, "init_logit_bias": -10,
        "vision_cfg": {"image_size": 32, "layers": 1, "width": 8, "patch_size": 8, "head_width": 4},
        "text_cfg": {"context_length": 16, "vocab_size": 9, "width": 8, "heads": 2, "layers": 1,
          "hf_tokenizer_name": "."}},
       "preprocess_cfg": {"size": 32, "mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5],
        "interpolation": "bicubic", "resize_mode": "shortest", "fill_color": 0, "mode": "RGB"}}
      """;

  private static final String OTHERS_TOWERS =
      """
      {"model_cfg": {"embed_dim": 512, "custom_text": true,
        "vision_cfg": {"timm_model_name": "vit_base_patch16_siglip_224", "timm_model_pretrained":
          false, "timm_pool": "map", "timm_proj": "none", "image_size": 224},
        "text_cfg": {"hf_model_name": "roberta-base", "hf_tokenizer_name": "roberta-base",
          "hf_proj_type": "mlp", "hf_pooler_type": "mean_pooler"}}}
      """;

  private static final String RESIDUAL =
      """
      {"model_cfg": {"embed_dim": 8, "vision_cfg": {"image_size": 32, "layers": [1, 1, 1, 1],
        "width": 8}, "text_cfg": {"context_length": 16, "vocab_size": 49408, "width": 8, "heads": 2,
        "layers": 1}}}
      """;

  private static final String SHARDS =
      """
      {"metadata": {"total_size": 8}, "weight_map": {"a": "m-1-of-2.safetensors"}}
      """;

  private static final String TOKENIZER =
      """
      {"version": "1.0", "truncation": {"direction": "Right", "max_length": 8, "strategy":
        "LongestFirst", "stride": 0}, "padding": null,
       "added_tokens": [{"id": 3, "content": "<s>", "single_word": false, "lstrip": false,
         "rstrip": false, "normalized": false, "special": true}],
       "normalizer": {"type": "Sequence", "normalizers": [{"type": "NFC"}, {"type": "Replace",
         "pattern": {"Regex": "\\\\s+"}, "content": " "}, {"type": "Lowercase"}]},
       "pre_tokenizer": {"type": "Sequence", "pretokenizers": [{"type": "Split", "pattern":
         {"Regex": "[\\\\p{L}]+|[^\\\\s]"}, "behavior": "Removed", "invert": true},
         {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true}]},
       "post_processor": {"type": "RobertaProcessing", "sep": ["<s>", 3], "cls": ["<s>", 3],
         "trim_offsets": false, "add_prefix_space": false},
       "decoder": {"type": "ByteLevel", "add_prefix_space": true, "trim_offsets": true},
       "model": {"type": "BPE", "dropout": null, "unk_token": "<s>", "continuing_subword_prefix":
         "", "end_of_word_suffix": "</w>", "fuse_unk": false,
         "vocab": {"r": 0, "e</w>": 1, "re</w>": 2, "<s>": 3}, "merges": ["r e</w>"]}}
      """;

  private static final String UNIGRAM =
      """
      {"added_tokens": [], "normalizer": {"type": "Prepend", "prepend": "_"}, "pre_tokenizer":
       {"type": "Metaspace", "replacement": "_", "prepend_scheme": "always"}, "decoder": null,
       "model": {"type": "Unigram", "unk_id": 0, "byte_fallback": false,
         "vocab": [["<unk>", 0], ["_red", -1.5], ["r", -2]]}}
      """;

  private static final String WORD_PIECES =
      """
      {"normalizer": {"type": "BertNormalizer", "lowercase": true}, "pre_tokenizer": {"type":
       "BertPreTokenizer"}, "model": {"type": "WordPiece", "unk_token": "[UNK]",
       "continuing_subword_prefix": "##", "max_input_chars_per_word": 100,
       "vocab": {"[UNK]": 0, "red": 1, "[SEP]": 2, "[CLS]": 3}}}
      """;

  private static final String TOKENIZER_SETTINGS =
      """
      {"pad_token": {"content": "<s>"}, "padding_side": "left", "add_eos_token": true,
       "eos_token": "<s>", "model_max_length": 24}
      """;

  private ModelSeeds() {}

  static List<byte[]> weights() {
    byte[] whole =
        ByteBuffer.allocate(8 + WEIGHTS.length() + 16)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(WEIGHTS.length())
            .put(WEIGHTS.getBytes(UTF_8))
            .array();
    return List.of(whole);
  }

  /// Configs, and an index of weights in several files.
  static List<byte[]> configs() {
    return bytes(OWN_TOWERS, OTHERS_TOWERS, RESIDUAL, SHARDS);
  }

  /// A `tokenizer.json`, alone or before a zero and its settings.
  static List<byte[]> tokenizers() {
    return bytes(TOKENIZER + "\0" + TOKENIZER_SETTINGS, UNIGRAM, WORD_PIECES);
  }

  private static List<byte[]> bytes(String... texts) {
    return List.of(texts).stream().map(text -> text.getBytes(UTF_8)).toList();
  }
}
