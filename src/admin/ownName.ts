/** Where a collection of the plugin keeps its own name, for the browser, which does not know what the host calls it. */
export const ownName = 'licenseManager'
