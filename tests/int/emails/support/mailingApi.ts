import { openApi, type TestApi } from '../../api/support/api'
import { type MailServer, startMailServer } from './mailServer'

/** An app whose mails go to a mail server of its own. Both are to be closed. */
export async function openMailingApi(): Promise<{
  api: TestApi
  close: () => Promise<void>
  server: MailServer
}> {
  const server = await startMailServer()
  Object.assign(process.env, { MAIL_FROM: '', SMTP_URL: `smtp://127.0.0.1:${server.port}` })
  const api = await openApi()
  return {
    api,
    close: async () => {
      await api.close()
      await server.close()
    },
    server,
  }
}
