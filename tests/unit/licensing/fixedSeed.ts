import fc from 'fast-check'

/** The same random inputs in every run: a failure is a fault of the code just changed, and comes back when run again. */
fc.configureGlobal({ numRuns: 1000, seed: 20_270_131 })
