/** How long a provider is waited for: for all that is asked of it in one step, in milliseconds. */
export const patienceMs = 5000
