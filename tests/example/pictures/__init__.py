"""The pictures of the example child, as code: a sheet of paper, the people of the story, and a function a scene."""
