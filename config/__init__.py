"""The one place that wires the guide and the advisor into a site."""
