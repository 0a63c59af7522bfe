"""What a running site must withstand. Each test also says what it measured; the run ends with a table of that.

Each has a short form that every run takes, and a long one with the mark `drill`.
"""
