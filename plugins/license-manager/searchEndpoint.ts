import { APIError, type Endpoint } from 'payload'

import { longestTerm, parseTerm, shortestTerm } from '../../src/search/parseTerm'
import { searchAdmin } from '../../src/search/searchAdmin'
import { forAdmins } from './bulk'

/** `GET /api/admin-search?q=`: customers, licences and activations in which a text occurs. Administrators only. */
export const searchEndpoint: Endpoint = {
  handler: forAdmins(async (req) => {
    const term = parseTerm(req.query.q)
    if (!term) {
      throw new APIError(`Send q: ${shortestTerm} to ${longestTerm} characters.`, 400, null, true)
    }
    return Response.json(await searchAdmin(req, term), { headers: { 'Cache-Control': 'no-store' } })
  }),
  method: 'get',
  path: '/admin-search',
}
