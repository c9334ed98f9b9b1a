/** Access for what only the system itself does: no request has it, not even an administrator's. */
export const nobody = (): boolean => false
