import { legacyNames } from '../api/legacy/names'

const folders = 'external|internal|download'
const files = ['health-check', 'openapi\\.json', 'docs', ...legacyNames].join('|')

/** Matches addresses of the licensing API, which never reach Next. */
export const licensingPath = new RegExp(`^/api/(?:(?:${folders})/|(?:${files})(?:[/?]|$))`)
