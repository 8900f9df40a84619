"""What a policy says of the work around the book: shown, looked through, laid beside the shipped one."""
