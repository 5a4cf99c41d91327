  def forward(self: __torch__.Tower,
    pixels: Tensor, mean: Tensor, std: Tensor, w: Dict[str, Tensor], layers: int, heads: int, patch: int, activation: str, eps: float,
    pool: str, average: bool, pool_heads: int) -> Tensor:
    # pixels: (B, side, side, 3) bytes; gives (B, dimension), unit length.
    B = pixels.size(0)
    embedding = w["visual.positional_embedding"]  # (1 + G G, W)
    x = self.patches(self.normalize(pixels, mean, std, embedding.dtype), patch)
    x = self.linear(x, w["visual.conv1.weight"], None).flatten(1, 2)  # (B, G G, W)
    W = x.size(2)
    c = w["visual.class_embedding"].view([1, 1, W]).expand([B, 1, W])
    x = torch.cat([c, x], 1) + embedding  # (B, 1 + G G, W)
    x = self.norm(x, w, "visual.ln_pre", eps)
    for i in range(layers):
      x = self.block(x, w, "visual.transformer.resblocks." + str(i) + ".", heads, False, None, None, activation, eps)
    y = self.pool(x, w, pool, average, pool_heads, eps)
    return self.unit(torch.matmul(y, w["visual.proj"]))

  def pool(self: __torch__.Tower,
    x: Tensor, w: Dict[str, Tensor], kind: str, average: bool, heads: int, eps: float) -> Tensor:
    # (B, 1 + G G, W) to (B, W), or to (B, dimension) where queries attend to all tokens.
    if kind == "PARALLEL" or kind == "CASCADE":
      x = self.norm(x, w, "visual.ln_post", eps)
      if kind == "CASCADE":
        x = self.query_normed(x, w["visual.attn_pool.query"], w, "visual.attn_pool.", heads)
      q = w["visual.attn_pool_contrastive.query"]
      return self.query_normed(x, q, w, "visual.attn_pool_contrastive.", heads)[:, 0]
    if kind == "ATTENTION":
      q = w["visual.attn_pool.query"]
      q = q[1:] if average else q[:1]  # only those whose answers are used
      x = self.query_normed(x, q, w, "visual.attn_pool.", heads)
    else:
      x = x[:, 1:] if average else x[:, :1]
      if kind == "NORM_LAST":
        x = torch.mean(x, [1], True)
    return torch.mean(self.norm(x, w, "visual.ln_post", eps), [1])

  def query_normed(self: __torch__.Tower,
    x: Tensor, queries: Tensor, w: Dict[str, Tensor], p: str, heads: int) -> Tensor:
    # AttentionalPooler's norms have PyTorch's epsilon, whatever the tower's have.
    keys = self.norm(x, w, p + "ln_k", 1e-05)
    return self.query_tokens(keys, self.norm(queries, w, p + "ln_q", 1e-05), w, p + "attn.", heads)

  def unpack_pool(self: __torch__.Tower, w: Dict[str, Tensor], a: str) -> Dict[str, Tensor]:
    # PyTorch's attention keeps one matrix where keys are as wide as queries, and three elsewhere; here it's always two.
    bias = w.pop(a + "in_proj_bias")
    W = bias.size(0) // 3
    if (a + "in_proj_weight") in w:
      weight = w.pop(a + "in_proj_weight")
      w[a + "q.weight"] = weight[:W]
      w[a + "kv.weight"] = weight[W:]
    else:
      w[a + "q.weight"] = w.pop(a + "q_proj_weight")
      w[a + "kv.weight"] = torch.cat([w.pop(a + "k_proj_weight"), w.pop(a + "v_proj_weight")])
    w[a + "q.bias"] = bias[:W]
    w[a + "kv.bias"] = bias[W:]
    return w

  def resize_positions(self: __torch__.Tower, w: Dict[str, Tensor], grid: int) -> Dict[str, Tensor]:
    # (1 + old old, W) to (1 + grid grid, W), as resize_pos_embed in OpenCLIP's model.py does it.
    e = w["visual.positional_embedding"]
    W = e.size(1)
    old = int(torch.sqrt(float(e.size(0) - 1)) + 0.5)
    p = e[1:].reshape([1, old, old, W]).permute([0, 3, 1, 2])
    p = torch._upsample_bicubic2d_aa(p, [grid, grid], False, None, None)
    w["visual.positional_embedding"] = torch.cat([e[:1], p.permute([0, 2, 3, 1]).reshape([grid * grid, W])], 0)
    return w
