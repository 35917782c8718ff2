"""Runs first in the standalone program: gives programs that it starts the surroundings that it was given itself.

The frozen program finds its libraries through LD_LIBRARY_PATH, read once when it starts. A file manager or browser
opened from it would inherit that path, load Qt from the bundle, and fail.
"""

import os
import sys

if sys.platform.startswith("linux"):
    given = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if given is not None:
        os.environ["LD_LIBRARY_PATH"] = given
