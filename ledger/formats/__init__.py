"""Data to text, json, csv, markdown, html and pictures."""
