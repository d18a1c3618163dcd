"""What a sheet with someone's own offer says: its headings, its values, and the offers that they make."""
