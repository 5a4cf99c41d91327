  def forward(self: __torch__.Tower,
    tokens: Tensor, places: Tensor, w: Dict[str, Tensor], pooled: int, class_token_seen: bool, prefix: str, layers: int, heads: int, causal: bool, activation: str, eps: float) -> Tensor:
    # tokens: (1, S, W), the sequence's vectors of the vocabulary, which stand at these places of the context, (S); pooled: whose features are taken; gives (1, dimension), unit length.
    W = tokens.size(2)
    e = w[prefix + "positional_embedding"]
    x = tokens + torch.index_select(e, 0, places)  # (1, S, W)
    mask = annotate(Optional[Tensor], None)
    if (prefix + "cls_emb") in w:
      x = torch.cat([x, (w[prefix + "cls_emb"] + e[-1]).view([1, 1, W])], 1)
      mask = self.class_token_mask(x.size(1), class_token_seen, causal)
    for i in range(layers):
      p = prefix + "transformer.resblocks." + str(i) + "."
      x = self.block(x, w, p, heads, causal and mask is None, mask, None, activation, eps)
    y = torch.layer_norm(x[:, pooled], [W], w[prefix + "ln_final.weight"], w[prefix + "ln_final.bias"], eps)
    if (prefix + "text_projection.weight") in w:
      y = torch.linear(y, w[prefix + "text_projection.weight"], w[prefix + "text_projection.bias"])
    elif (prefix + "text_projection") in w:
      y = torch.matmul(y, w[prefix + "text_projection"])
    return self.unit(y)

  def class_token_mask(self: __torch__.Tower, S: int, seen: bool, causal: bool) -> Tensor:
    # Who sees whom, (S, S): the class token is the last.
    mask = torch.ones([S, S], dtype=11)
    if causal:
      mask = torch.tril(mask)
    if not seen:
      mask = torch.cat([mask[:, :-1], torch.zeros([S, 1], dtype=11)], 1)
    return mask
