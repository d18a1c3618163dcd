"""The rules: plain functions over the catalogue. Nothing here reads, prints or formats."""
