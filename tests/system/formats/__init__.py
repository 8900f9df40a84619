"""Stories as they were written in each format that was ever released, which every later lsbook builds."""
