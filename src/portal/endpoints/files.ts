import type { Endpoint, PayloadHandler, PayloadRequest } from 'payload'

import type { SignedInCustomer } from '../../accounts/sessions/findSignedIn'
import { avatarResponse } from '../avatar/avatarResponse'
import { downloadResponse } from '../downloads/downloadResponse'
import { certificateResponse } from '../licenses/certificateResponse'
import { dataResponse } from '../settings/data/dataResponse'
import { asCustomer, refuseForeignReader } from './portalRequest'

type FileHandler = (req: PayloadRequest, customer: SignedInCustomer) => Promise<Response> | Response

/**
 * The files that the portal hands out, by their address below the portal's. Each asks who is signed in, and whether the file is theirs; 401
 * where nobody is.
 */
const files: Record<string, FileHandler> = {
  '/avatar': (req, customer) => avatarResponse(req, customer, req.headers.get('if-none-match')),
  '/product-licenses/:id/certificate': (req) =>
    certificateResponse(req, {
      activation: req.searchParams.get('for'),
      id: param(req, 'id'),
    }),
  '/product-licenses/:id/downloads/:version/:type': (req) =>
    downloadResponse(
      req,
      { headers: req.headers, method: req.method ?? 'GET' },
      {
        id: param(req, 'id'),
        type: param(req, 'type'),
        version: param(req, 'version'),
      },
    ),
  '/settings/data/export': (req, customer) => dataResponse(req, customer),
}

/** `GET /api/portal/…`: the same addresses below `/api/portal`, for an app whose route files leave them to Payload. */
export const fileEndpoints: Endpoint[] = Object.entries(files).flatMap(([path, answer]) =>
  (['get', 'head'] as const).map((method) => ({
    handler: asSignedIn(answer),
    method,
    path: `/portal${path}`,
  })),
)

/** Whether there is a file at an address below the portal's, and not a page. */
export function isFilePath(path: string): boolean {
  return Object.keys(files).some((pattern) => {
    const parts = pattern.slice(1).split('/')
    const segments = path.split('/')
    return (
      parts.length === segments.length &&
      parts.every((part, index) =>
        part.startsWith(':') ? segments[index] : part === segments[index],
      )
    )
  })
}

function asSignedIn(answer: FileHandler): PayloadHandler {
  return async (incoming) => {
    // Payload lets sites that it was told of read with the visitor's cookies. The portal's files are for the portal.
    refuseForeignReader(incoming)
    const { customer, req } = await asCustomer(incoming)
    return answer(req, customer)
  }
}

function param(req: PayloadRequest, name: string): string {
  return String(req.routeParams?.[name])
}
