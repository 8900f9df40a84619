"""What all pages are made of: components, prose, pictures, addresses, typefaces."""
