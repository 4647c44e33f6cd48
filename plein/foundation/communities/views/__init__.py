"""Pages. They fetch through `access`, call one action, and answer."""
