"""An authority's own symbols, made into pictures with nothing of their origin left."""
