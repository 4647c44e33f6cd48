"""What changes: reading, suggesting, asking, answering, weighing. One verb, one transaction."""
