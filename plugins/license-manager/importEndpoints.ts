import {
  APIError,
  type Endpoint,
  NotFound,
  type PayloadHandler,
  type PayloadRequest,
} from 'payload'

import { importKinds, rowOutcomes } from '../../collections/Imports/values'
import { cancelImport, type Refusal, startCheck, startRun } from '../../src/imports/planImport'
import { guessMapping, presetMapping } from '../../src/imports/mapping/guessMapping'
import { presetNames } from '../../src/imports/mapping/presets'
import { importMessages, problemsText } from '../../src/imports/messages'
import { previewRows } from '../../src/imports/previewRows'
import { fileEndings } from '../../src/imports/read/openTable'
import type { Source } from '../../src/imports/read/table'
import { readUpload } from '../../src/imports/readUpload'
import { findImport, type ImportRow } from '../../src/imports/repository/imports'
import { findImportedRows } from '../../src/imports/repository/rows'
import { resultFile } from '../../src/imports/resultFile'
import { shownImport } from '../../src/imports/shownImport'
import { shownCells } from '../../src/imports/showRows'
import type { Queryable } from '../../src/licensing/types'
import { readFields } from '../../src/portal/endpoints/portalRequest'
import { forAdmins, idsOf, requireAccess } from './bulk'

const rowsPerPage = 25
const longestName = 200

/** Files that administrators bring in: read, mapped, checked, written, with what became of each row. Administrators only. */
export const importEndpoints: Endpoint[] = [
  { handler: forAdmins(upload), method: 'post', path: '/upload' },
  {
    handler: forImport(async (req, found) => Response.json(shownImport(found, req.i18n.language))),
    method: 'get',
    path: '/:id/state',
  },
  {
    handler: forImport(async (req, found) => {
      const preset = presetNames.find((name) => name === req.query.preset)
      const mapping = preset
        ? { mapping: presetMapping(found.kind, found.headings, preset), preset }
        : guessMapping(found.kind, found.headings)
      return Response.json(mapping)
    }),
    method: 'get',
    path: '/:id/mapping',
  },
  {
    handler: forImport(async (req, { id }) => {
      const { language } = req.i18n
      const preview = await previewRows(req.payload, id, await readFields(req), language)
      return 'rows' in preview ? Response.json(preview) : refuse(req, preview)
    }),
    method: 'post',
    path: '/:id/preview',
  },
  {
    handler: forImport(async (req, { id }) =>
      answer(req, await startCheck(req.payload, id, await readFields(req))),
    ),
    method: 'post',
    path: '/:id/check',
  },
  {
    handler: forImport(async (req, { id, kind }) => {
      // Rows that are there already are changed.
      for (const operation of ['create', 'update'] as const)
        await requireAccess(req, kind, operation)
      return answer(req, await startRun(req.payload, id))
    }),
    method: 'post',
    path: '/:id/run',
  },
  {
    handler: forImport(async (req, { id }) => answer(req, await cancelImport(req.payload, id))),
    method: 'post',
    path: '/:id/cancel',
  },
  { handler: forImport(listRows), method: 'get', path: '/:id/rows' },
  {
    handler: forImport(async (req, found) =>
      resultFile(req.payload, found, {
        isFailedOnly: req.query.only === 'failed',
        language: req.i18n.language,
      }),
    ),
    method: 'get',
    path: '/:id/result',
  },
]

/** The file is the body as it is. Its name and what it brings in are in the address. */
async function upload(req: PayloadRequest): Promise<Response> {
  const { filename, kind: wanted } = req.query
  const kind = importKinds.find((name) => name === wanted)
  const isNamed = typeof filename === 'string' && filename.length <= longestName
  const isKnown = isNamed && fileEndings.some((end) => filename.toLowerCase().endsWith(`.${end}`))
  if (!kind || !isKnown || !req.body) {
    throw new APIError(importMessages(req.i18n.language).file.format, 400, null, true)
  }
  await requireAccess(req, kind, 'create')
  const name = filename.replace(/[\p{Cc}\p{Cs}]/gu, '').replace(/^.*[\\/]/, '')
  const id = await readUpload(req.payload, {
    filename: name,
    kind,
    source: req.body as unknown as Source,
    startedBy: req.user?.email ?? null,
  })
  return Response.json({ id }, { status: 201 })
}

/** A page of rows, the first ones or those after a row. */
async function listRows(req: PayloadRequest, found: ImportRow): Promise<Response> {
  const { language } = req.i18n
  const after = Number(req.query.after ?? 0)
  const rows = await findImportedRows(databaseOf(req), found.id, {
    after: Number.isInteger(after) && after > 0 ? Math.min(after, 1e9) : 0,
    limit: rowsPerPage + 1,
    outcome: rowOutcomes.find((name) => name === req.query.outcome) ?? null,
    processed: found.processed,
  })
  const shown = rows.slice(0, rowsPerPage).map(({ cells, problems, ...row }) => ({
    ...row,
    cells: shownCells(cells),
    message: problemsText(problems, language),
  }))
  return Response.json({ hasMore: rows.length > rowsPerPage, rows: shown })
}

function forImport(
  handler: (req: PayloadRequest, found: ImportRow) => Promise<Response> | Response,
): PayloadHandler {
  return forAdmins(async (req) => {
    const [id = ''] = idsOf([req.routeParams?.id], 1)
    const found = await findImport(databaseOf(req), id)
    if (!found) throw new NotFound(req.t)
    await requireAccess(req, 'imports', 'read', id)
    return handler(req, found)
  })
}

function answer(req: PayloadRequest, result: 'done' | Refusal): Response {
  return result === 'done' ? Response.json({ done: 1 }) : refuse(req, result)
}

/** @throws APIError that says why, in the administrator's language */
function refuse(req: PayloadRequest, refusal: Refusal): never {
  const texts = importMessages(req.i18n.language)
  if ('error' in refusal) throw new APIError(texts.plan[refusal.error], 400, null, true)
  const status = refusal.refused === 'gone' ? 404 : 409
  throw new APIError(texts.refused[refusal.refused], status, null, true)
}

function databaseOf({ payload }: PayloadRequest): Queryable {
  return (payload.db as unknown as { drizzle: Queryable }).drizzle
}
