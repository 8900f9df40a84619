"""Rules of the craft: what a second reader who knows life story work would say of the words, gaps and pictures.

They are asked by ``lsbook check`` alone. None of them sees what is only the child's: they are given what a second
reader reads and what the record shows. Where a rule is not sure it says nothing: a false alarm costs more than a miss.
"""
