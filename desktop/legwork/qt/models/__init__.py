"""QAbstractItemModels."""
