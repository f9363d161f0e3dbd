"""Text or HTML to article to candidate forecasts."""
