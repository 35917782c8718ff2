"""The only place that imports pyqtgraph."""
