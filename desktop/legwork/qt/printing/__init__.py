"""Paper: what is printed, previewed and kept as a PDF. The only place that imports QtPrintSupport."""
