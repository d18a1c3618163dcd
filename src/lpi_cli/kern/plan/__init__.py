"""Several groups, several languages, one budget: what one can order, and what each choice gives up."""
