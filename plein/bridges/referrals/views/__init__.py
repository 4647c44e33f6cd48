"""Pages for who gives a slip, for who keeps the rules, and for who organises."""
