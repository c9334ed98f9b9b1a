import type { IncomingMessage, ServerResponse } from 'node:http'

import { messagesFor } from '../api/messages'
import { isPortalPath } from '../http/portalPath'
import { languageChoices, languageCookie } from '../portal/i18n/language'
import { negotiateLocale } from '../portal/i18n/negotiateLocale'
import { defaultLanguage, languages, type Messages } from '../portal/messages/languages'
import { pathOf } from './pathOf'
import type { Readiness, Unready } from './readiness'

/**
 * How long an answer is waited for before the database is asked whether it is there, and how long that may take. Together less than what one question waits for a
 * connection: then Next begins with a page that says what went wrong, for which it asks again.
 */
const patienceMs = 3000
const databasePatienceMs = 700
const againMs = 500
const retryAfterSeconds = 5
const signIns = '/api/auth/'

/**
 * Answers 503 in the place of Next where a page, or a form of the portal, waits for a database that does not answer, or of which no connection is free: each of
 * its questions has an end to its waiting, but one comes after the other. Next goes on, and what it says then is dropped.
 *
 * What else writes is let be, a sign-in with another account included: it is not over in five seconds, or cannot be asked for again.
 */
export function giveUpInTime(
  request: IncomingMessage,
  response: ServerResponse,
  { check }: Pick<Readiness, 'check'>,
): void {
  const path = pathOf(request)
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  if (isReading ? path.startsWith(signIns) : !isPortalPath(path)) return
  let timer: NodeJS.Timeout | undefined
  const look = async () => {
    const state = await Promise.race([check(), silence()])
    if (response.headersSent || response.closed) return
    if (state === 'database') giveUp(request, response)
    else timer = setTimeout(() => void look(), againMs)
  }
  const begin = () => {
    timer = setTimeout(() => void look(), patienceMs)
  }
  // A photo may come over a slow line.
  if (isReading) begin()
  else request.once('end', begin)
  response.once('close', () => {
    request.off('end', begin)
    clearTimeout(timer)
  })
}

/** What has arrived while the process was busy is read first: `setImmediate` comes after the sockets. */
function silence(): Promise<Unready> {
  return new Promise((resolve) => {
    setTimeout(() => setImmediate(() => resolve('database')), databasePatienceMs).unref()
  })
}

function giveUp(request: IncomingMessage, response: ServerResponse): void {
  const isPage = request.headers.accept?.includes('text/html') ?? false
  const language = languageOf(request)
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  response.writeHead(503, {
    'Cache-Control': 'no-store',
    'Content-Type': isPage ? 'text/html; charset=utf-8' : 'application/json',
    'Retry-After': retryAfterSeconds,
  })
  const { errors } = messagesFor(language)
  response.end(
    isPage ? page(language) : JSON.stringify({ errors: [{ message: errors.unavailable }] }),
  )
  const nothing = () => response
  Object.assign(response, {
    appendHeader: nothing,
    end: nothing,
    flushHeaders: nothing,
    removeHeader: nothing,
    setHeader: nothing,
    setHeaders: nothing,
    write: () => true,
    writeHead: nothing,
  })
}

function languageOf({ headers }: IncomingMessage): string {
  const chosen = languageChoices.find((one) =>
    headers.cookie?.split(/; */).includes(`${languageCookie}=${one}`),
  )
  const available = [defaultLanguage, ...Object.keys(languages)]
  return chosen ?? negotiateLocale(headers['accept-language'] ?? null, available).language
}

/** Without style or script: the policy of the page may allow neither. */
function page(language: string): string {
  const { errors } = languages[language] as Messages
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${errors.title}</title>
</head>
<body>
<main>
<h1>${errors.title}</h1>
<p>${errors.hint}</p>
<p><a href="">${errors.retry}</a></p>
</main>
</body>
</html>
`
}
