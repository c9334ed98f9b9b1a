/** The heading under which everything of the licence manager stands in the admin panel. */
export const adminGroup = 'License Manager'
