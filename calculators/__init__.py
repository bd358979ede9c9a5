"""What a reader can run: one file per calculator, found by its file name, never registered anywhere."""
