import type { AddressInfo } from 'node:net'

import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** How the server treats mails. */
export type MailServerMode = 'busy' | 'ok' | 'slow'

/** A mail server that holds real SMTP conversations. */
export type MailServer = {
  close: () => Promise<void>
  mails: ParsedMail[]
  mode: MailServerMode
  port: number
}

const slowMs = 30_000

/** Starts one on a port of its own, or on the given one. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const state: MailServer = { close, mails: [], mode: 'ok', port }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, _session, callback) {
      void simpleParser(stream).then((mail) => {
        if (state.mode === 'busy') return callback(temporary('4.3.2 Busy'))
        state.mails.push(mail)
        setTimeout(callback, state.mode === 'slow' ? slowMs : 0)
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
}

function temporary(text: string): Error {
  return Object.assign(new Error(text), { responseCode: 451 })
}
