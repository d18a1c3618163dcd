"""How results are shown: each command's result becomes a ``Beeld``, each format shows one."""
