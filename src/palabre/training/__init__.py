"""Training of the models that come with Palabre, and of a workspace's own. Needs scikit-learn (extra ``train``).

``python -m palabre.training`` makes the shipped files of ``palabre.store.models`` again from the data that
``PALABRE_DATA`` names. Seeds are fixed: the same data gives the same files.
"""
