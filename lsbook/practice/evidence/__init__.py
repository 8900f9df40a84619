"""Evidence for the four places in which life story work shows: visits, case summary, identity, care plan."""
