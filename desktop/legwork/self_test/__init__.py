"""`legwork --self-test`: the program tries itself on invented data, wherever it is installed."""
