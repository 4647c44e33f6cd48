"""What people type on pages, notes and questions."""
