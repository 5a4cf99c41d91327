  def widen(self: __torch__.Tower, weights: Dict[str, Tensor]) -> Dict[str, Tensor]:
    # All weights as float32; those that are so already stay where they lie in the mapped file.
    w = annotate(Dict[str, Tensor], {})
    for name in weights.keys():
      w[name] = weights[name].to(6)
    return w

  def finish(self: __torch__.Tower, weights: Dict[str, Tensor], linear: str, dtype: int) -> Dict[str, Tensor]:
    # All weights in the working type, and those of linear layers (names, a line each) as `linear` wants them.
    w = annotate(Dict[str, Tensor], {})
    for name in weights.keys():
      w[name] = weights[name].to(dtype)
    for name in linear.split("\n"):
      if len(name) > 0:
        w = self.pack(w, name)
    return w

  def unit(self: __torch__.Tower, x: Tensor) -> Tensor:
    y = x.to(6)
    return y / torch.norm(y, 2, [-1], True)
