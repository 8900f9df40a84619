"""The proofs that finished media hold nothing but what is seen or heard."""
