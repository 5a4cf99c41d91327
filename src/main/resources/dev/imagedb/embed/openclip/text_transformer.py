  def forward(self: __torch__.Tower,
    ids: Tensor, w: Dict[str, Tensor], prefix: str, layers: int, heads: int, causal: bool, activation: str, eps: float,
    pooled: int) -> Tensor:
    # ids: (1, S); pooled: the position whose features are taken; gives (1, dimension), unit length.
    S = ids.size(1)
    x = torch.embedding(w[prefix + "token_embedding.weight"], ids)
    x = x + w[prefix + "positional_embedding"][:S]  # (1, S, W)
    W = x.size(2)
    for i in range(layers):
      x = self.block(x, w, prefix + "transformer.resblocks." + str(i) + ".", heads, causal, activation, eps)
    y = torch.layer_norm(x[:, pooled], [W], w[prefix + "ln_final.weight"], w[prefix + "ln_final.bias"], eps)
    if (prefix + "text_projection.weight") in w:
      y = torch.linear(y, w[prefix + "text_projection.weight"], w[prefix + "text_projection.bias"])
    elif (prefix + "text_projection") in w:
      y = torch.matmul(y, w[prefix + "text_projection"])
    return self.unit(y)
