"""Runs a command, then prints the most memory it held, in MB, on a line of its own."""

import resource
import subprocess
import sys

done = subprocess.run(sys.argv[1:], check=False)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
sys.exit(done.returncode)
