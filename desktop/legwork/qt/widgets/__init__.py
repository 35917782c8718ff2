"""Small reusable inputs and displays."""
