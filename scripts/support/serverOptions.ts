/**
 * How Node runs the server: a smaller space for young objects, collected by the thread that serves. Its pauses are shorter than those that wait
 * for helpers of the garbage collector, which processes beside it hold up; see docs/performance.md.
 */
export const serverOptions = ['--max-semi-space-size=8', '--no-parallel-scavenge']
