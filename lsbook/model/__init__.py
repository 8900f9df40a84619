"""What everything is: frozen, typed values. No input or output, and nothing of ours imported from above.

Read in this order: ``problem``, ``when``, ``prose``, ``item``, ``story`` (everything that is known),
``edition`` (who reads, at which age), ``book`` (what that reader may see), ``media`` and ``site``.
"""
