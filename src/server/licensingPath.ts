/** Matches addresses of the licensing API, which never reach Next. */
export const licensingPath =
  /^\/api\/(?:(?:external|internal|download)\/|(?:health-check|openapi\.json|docs)(?:[/?]|$))/
