"""One file or folder per page of the window. Pages never import each other."""
