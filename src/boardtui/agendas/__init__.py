"""Agendas in: files of any kind read and understood, the native agenda file read and written, and what is missing in one.

Nothing is imported here: whoever reads a file's lines need not wait for the model that its agenda will be made with.
"""
