"""What pages and actions need of several tables."""
