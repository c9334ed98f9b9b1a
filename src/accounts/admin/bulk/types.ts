/** How many documents one call works on; longer lists are sent in parts, so that progress shows and a call ends in time. */
export const bulkPartSize = 100

/** How many documents can be chosen at once. */
export const bulkLimit = 10_000
