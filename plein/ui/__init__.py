"""The design system: pages, components, css, scripts and template tags."""
