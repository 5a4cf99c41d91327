/// The OpenCLIP family, read from a model's own files.
///
/// Start at [dev.imagedb.embed.openclip.OpenClipModel]. A model is a folder with
/// `open_clip_config.json` ([OpenClipConfig]), `open_clip_model.safetensors`
/// ([dev.imagedb.embed.files.Safetensors]) and a tokenizer
/// ([dev.imagedb.embed.tokenizer.TextTokenizer]). The towers themselves are the readable sources
/// among this package's resources (`vision_transformer.py` and so on): TorchScript without weights,
/// which [TorchModule] loads and to which the mapped weights are handed as a dictionary with
/// OpenCLIP's own names.
@NullMarked
package dev.imagedb.embed.openclip;

import org.jspecify.annotations.NullMarked;
