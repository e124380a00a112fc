"""Notebooks as files, and the claims ledger.

course        which notebooks there are: cores, and deeper ones
parsing       a file of any program as a notebook
canonical     the one form in which a notebook is committed
writer        run a notebook and write it
rules         what a committed lesson must satisfy; reading: how it reads
form          what makes it a core or a deeper notebook; size: how long it is, and takes
saving        what JupyterLab must not lose
claims        what the texts claim, and what became of it
"""
