import type { AfterErrorHook } from 'payload'

import { idOfNobody } from '../../src/database/ownIdValues'

/** Text that is no number, id or date, a number or date out of range, characters that PostgreSQL has not, and pages before the first. */
const unreadable = ['22003', '22007', '22008', '22021', '22P02', '22P05', '2201W', '2201X']
/** A document that is not there was named, as `detail` says. */
const foreignKeyViolation = '23503'
/** Names that no file can have. */
const impossibleNames = ['ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']
const badValue = 'The request holds a value that cannot be compared or stored.'

/** Files are asked for with a prefix also where they have none. */
const noPrefix = 'Cannot find field for path at prefix'

/** What the reader of forms says of one that is none. */
const badForm =
  /^(?:Multipart: Boundary not found|Unexpected end of (?:form|file)|Malformed (?:part header|content type)|Missing Content-Type|Unsupported content type|Request is not eligible for file upload)/

/** Where Payload reads JSON that somebody sent, in an address or in a form: the line of a stack that called `JSON.parse`. */
const readsJson =
  /JSON\.parse.*\n.*(?:parseParams|addDataAndFileToRequest|payload[\\/]dist[\\/](?:collections|globals)[\\/]endpoints)/

/**
 * Answers 400 where somebody sent what cannot be read, which Payload reports as a failure of the server: a value that PostgreSQL does not know, such as
 * text in place of an id, conditions that are no JSON, a form that breaks off. Over GraphQL as well.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export const answerBadValues: AfterErrorHook = ({ error, graphqlResult }) => {
  const message = complaintOf((error as { originalError?: Error }).originalError ?? error)
  if (message === null) return
  const extensions = { ...graphqlResult?.extensions, statusCode: 400 }
  return {
    ...(graphqlResult && { graphqlResult: { ...graphqlResult, extensions, message } }),
    response: { errors: [{ message }] },
    status: 400,
  }
}

function complaintOf(error: unknown): null | string {
  const { code, detail } = coded(error) ?? { code: '' }
  if (unreadable.includes(code) || impossibleNames.includes(code)) return badValue
  if (code === foreignKeyViolation && detail?.includes(idOfNobody)) return badValue
  if (!(error instanceof Error)) return null
  if (error.message === noPrefix) return badValue
  if (badForm.test(error.message)) return 'The form cannot be read.'
  return error.name === 'SyntaxError' && readsJson.test(error.stack ?? '')
    ? 'The request holds JSON that cannot be read.'
    : null
}

/** The first of an error and its causes that has a code. */
function coded(error: unknown): undefined | { code: string; detail?: string } {
  for (let current = error; typeof current === 'object' && current !== null;) {
    const { cause, code, detail } = current as { cause?: unknown; code?: unknown; detail?: unknown }
    if (typeof code === 'string') return { code, ...(typeof detail === 'string' && { detail }) }
    current = cause
  }
  return undefined
}
