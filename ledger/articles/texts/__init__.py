"""From what the user named to sentences: `reading` opens it, `sentences` splits it.

`folding` reads a text set in capitals, `transcripts` an interview. Places in the text are kept.
"""
