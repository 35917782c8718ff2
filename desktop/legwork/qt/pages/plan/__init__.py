"""The plan page: a training plan edited on screen, with what it adds up to beside it."""
