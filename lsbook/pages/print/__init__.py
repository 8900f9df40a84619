"""The whole book on one page, for paper."""
