"""What everything is: frozen, typed values. No input or output, and nothing of ours imported from above.

Read in this order: ``place``, ``when``, ``prose``, ``item``, ``story`` (everything that is known), ``policy``
and ``edition`` (who reads, at which age), ``book`` (what that reader may see), ``media`` and ``site``.
"""
