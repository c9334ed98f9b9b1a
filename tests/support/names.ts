/** The migrated, empty database that every test file's own one is a copy of. */
export const templateDatabase = 'license_manager_template'
