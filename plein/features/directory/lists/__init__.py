"""Spreadsheets in and out: reading files, understanding columns and rows, finding doubles."""
