  def encode(self: __torch__.Tower,
    tokens: Tensor, places: Tensor, w: Dict[str, Tensor], t: str, layers: int, heads: int, eps: float) -> Tensor:
    # (1, S, W) to the same; t is the prefix of its weights' names. Positions follow one another from behind that of the padding, 1.
    S = tokens.size(1)
    e = t + "embeddings."
    x = tokens + w[e + "token_type_embeddings.weight"] + w[e + "position_embeddings.weight"][2:S + 2]
    x = self.norm(x, w, e + "LayerNorm", eps)
    for i in range(layers):
      p = t + "encoder.layer." + str(i) + "."
      q = self.layer(x, w, p + "attention.self.query")
      k = self.layer(x, w, p + "attention.self.key")
      v = self.layer(x, w, p + "attention.self.value")
      a = self.attend(q, k, v, heads, None, None)
      x = self.linear_add(a, x, w[p + "attention.output.dense.weight"], w[p + "attention.output.dense.bias"])
      x = self.norm(x, w, p + "attention.output.LayerNorm", eps)
      f = self.linear_gelu(x, w[p + "intermediate.dense.weight"], w[p + "intermediate.dense.bias"], "none")  # (1, S, mlp)
      x = self.linear_add(f, x, w[p + "output.dense.weight"], w[p + "output.dense.bias"])
      x = self.norm(x, w, p + "output.LayerNorm", eps)
    return x
