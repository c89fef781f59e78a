"""Two versions of a list or catalog: what came, what went, and what was lost on the way.

Layer: services. ``pairing`` finds which entries are the same work and ``sections`` which sections are the same, ``entries``, ``fields`` and
``links`` compare an entry, ``prose`` the texts between them, ``comparing`` puts it all together.
"""
