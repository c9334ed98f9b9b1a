import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { writeCredentials } from '../../scripts/support/seed'
import { serveUntilStopped } from '../../scripts/support/serve'
import { createDatabase, dropDatabase, startThrowAwayCluster } from './cluster'
import { client, startLocalProviders } from './providers/local'
import { startOpenId } from './providers/openId'
import { startRecaptcha } from './recaptcha'

/** Serves the production build with demo data on a throw-away database until it is stopped. Playwright runs it. */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const { E2E_CREDENTIALS: credentialsFile = '', PORT: port = '' } = process.env

if (!existsSync(path.join(root, 'dist/server.js'))) {
  throw new Error('There is no build. Run npm run build first.')
}

const recaptchaPort = Number(port) + 1
const recaptcha = await startRecaptcha(recaptchaPort, 'secret of the site')
const providers = await startLocalProviders()
const openId = await startOpenId()
const cluster = await startThrowAwayCluster()
try {
  await createDatabase(cluster, 'e2e')
  Object.assign(process.env, {
    APP_ROOT: root,
    DATABASE_URL: cluster.url('e2e'),
    GOOGLE_ISSUER_URL: openId.url,
    OIDC_CLIENT_ID: client.clientId,
    OIDC_CLIENT_SECRET: client.clientSecret,
    OIDC_ISSUER: openId.url,
    OIDC_LABEL: 'Example Corp',
    ...providers.environment,
    ...credentials(),
    MAIL_OUTBOX: path.join(path.dirname(credentialsFile), 'outbox'),
    NODE_ENV: 'production',
    PAYLOAD_SECRET: randomBytes(32).toString('hex'),
    RECAPTCHA_SCRIPT_URL: `http://localhost:${recaptchaPort}/api.js`,
    RECAPTCHA_VERIFY_URL: `http://localhost:${recaptchaPort}/siteverify`,
    SERVER_URL: `http://localhost:${port}`,
    // Each test comes from an address of its own, so that none meets the limits of another.
    TRUST_PROXY: '1',
    UPLOAD_DIR: path.join(path.dirname(credentialsFile), 'uploads'),
  })
  await seed()
  process.exitCode = await serveUntilStopped([path.join(root, 'dist/server.js')], {})
} finally {
  await dropDatabase(cluster, 'e2e')
  await cluster.stop()
  recaptcha.close()
  await Promise.all([providers.close(), openId.close()])
}
process.exit()

/** Every provider is set up by the environment, and so on. */
function credentials(): Record<string, string> {
  return Object.fromEntries(
    ['ENVATO', 'FACEBOOK', 'GITHUB', 'GOOGLE'].flatMap((name) => [
      [`${name}_CLIENT_ID`, client.clientId],
      [`${name}_CLIENT_SECRET`, client.clientSecret],
    ]),
  )
}

async function seed(): Promise<void> {
  const { withPayload } = await import('../../scripts/support/payload')
  const { migrate } = await import('../../src/database/migrate')
  const { seedDemo } = await import('../../src/database/seed')
  await withPayload(async (payload) => {
    await migrate(payload)
    writeCredentials(await seedDemo(payload), credentialsFile)
  })
}
