"""Runs programs, one after the other: importing the CDK takes longer than a program does."""

import runpy
import sys

for program in sys.argv[1:]:
    runpy.run_path(program, run_name="__main__")
