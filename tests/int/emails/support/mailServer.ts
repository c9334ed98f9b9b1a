import type { AddressInfo } from 'node:net'

import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** How the server treats mails. `slow` takes each, and answers after 30 s or when it is released. */
export type MailServerMode = 'busy' | 'ok' | 'slow'

/** A mail server that holds real SMTP conversations. */
export type MailServer = {
  close: () => Promise<void>
  mails: ParsedMail[]
  mode: MailServerMode
  port: number
  /** Answers at once what it keeps waiting. */
  release: () => void
}

const slowMs = 30_000

/** Starts one on a port of its own, or on the given one. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const waiting = new Set<() => void>()
  const state: MailServer = { close, mails: [], mode: 'ok', port, release }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, _session, callback) {
      void simpleParser(stream).then((mail) => {
        if (state.mode === 'busy') return callback(temporary('4.3.2 Busy'))
        state.mails.push(mail)
        if (state.mode !== 'slow') return callback()
        keepWaiting(callback)
      })
    },
    onMailFrom: (_address, _session, callback) =>
      callback(state.mode === 'busy' ? temporary('4.3.2 Busy') : null),
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  state.port = (server.server.address() as AddressInfo).port
  return state

  function close(): Promise<void> {
    return new Promise((resolve) => server.close(() => resolve()))
  }

  function keepWaiting(callback: () => void): void {
    const answer = () => {
      clearTimeout(timer)
      waiting.delete(answer)
      callback()
    }
    const timer = setTimeout(answer, slowMs)
    waiting.add(answer)
  }

  function release(): void {
    for (const answer of [...waiting]) answer()
  }
}

function temporary(text: string): Error {
  return Object.assign(new Error(text), { responseCode: 451 })
}
