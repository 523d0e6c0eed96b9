"""Which incidents are certainly different, so that a floor counts nobody twice."""
