"""The files of a story: the folder, and what each of them may hold."""
