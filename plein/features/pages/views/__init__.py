"""Pages of /over/: what people see."""
