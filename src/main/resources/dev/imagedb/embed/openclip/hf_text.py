  def forward(self: __torch__.Tower,
    tokens: Tensor, places: Tensor, w: Dict[str, Tensor], layers: int, heads: int, eps: float, mean: bool) -> Tensor:
    # tokens: (1, S, W), the sequence's vectors of the vocabulary, which stand at these places of the context, (S); gives (1, dimension), unit length.
    x = self.encode(tokens, places, w, "text.transformer.", layers, heads, eps)  # (1, S, W)
    y = x[:, 0]
    if mean:
      y = torch.mean(x, [1])
    elif "text.transformer.pooler.dense.weight" in w:
      y = torch.tanh(self.layer(y, w, "text.transformer.pooler.dense"))
    if "text.proj.weight" in w:
      y = self.linear(y, w["text.proj.weight"], None)
    elif "text.proj.0.weight" in w:
      y = self.linear_gelu(y, w["text.proj.0.weight"], None, "none")
      y = self.linear(y, w["text.proj.2.weight"], None)
    return self.unit(y)

  def layer(self: __torch__.Tower, x: Tensor, w: Dict[str, Tensor], name: str) -> Tensor:
    return self.linear(x, w[name + ".weight"], w[name + ".bias"])

  def norm(self: __torch__.Tower, x: Tensor, w: Dict[str, Tensor], name: str, eps: float) -> Tensor:
    return torch.layer_norm(x, [x.size(-1)], w[name + ".weight"], w[name + ".bias"], eps)

  def attend(self: __torch__.Tower,
    q: Tensor, k: Tensor, v: Tensor, heads: int, bias: Optional[Tensor], scale: Optional[float]) -> Tensor:
    # q, k, v: (1, S, A), those of all heads; bias: added to the logits, (1, heads, S, S), or false where a query must not see a key, (S, S); gives (1, S, A).
    q = q.view([1, q.size(1), heads, -1]).transpose(1, 2)  # (1, heads, S, A / heads)
    k = k.view([1, k.size(1), heads, -1]).transpose(1, 2)
    v = v.view([1, v.size(1), heads, -1]).transpose(1, 2)
    a = torch.scaled_dot_product_attention(q, k, v, bias, 0., False, scale=scale)
    return a.transpose(1, 2).flatten(2, 3)
