  def product(self: __torch__.Tower, matrices: Dict[str, Tensor]) -> Tensor:
    return self.linear(matrices["input"], matrices["weight"], matrices["bias"])
