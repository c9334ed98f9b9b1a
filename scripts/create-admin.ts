import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'

import { ValidationError } from 'payload'

import { migrate } from '../src/database/migrate'
import { loadEnvironment, prepareEnvironment } from './support/environment'
import { CommandError, runCommand } from './support/fail'
import { askPassword } from './support/askPassword'
import { withPayload } from './support/payload'

const shortestPassword = 15

await runCommand(async () => {
  loadEnvironment()
  const { values } = parseArgs({ options: { email: { type: 'string' }, name: { type: 'string' } } })
  const email = values.email ?? (await ask('E-mail address: '))
  const password = process.env.ADMIN_PASSWORD ?? (await askPassword('Password: '))
  if (password.length < shortestPassword) {
    throw new CommandError(`The password needs at least ${shortestPassword} characters.`)
  }
  const environment = await prepareEnvironment()
  try {
    await createAdmin({ email, name: values.name, password })
    console.log(`${email} can log in at /admin now.`)
  } finally {
    await environment.stop()
  }
})
process.exit(0)

async function createAdmin(data: {
  email: string
  name?: string
  password: string
}): Promise<void> {
  try {
    await withPayload(async (payload) => {
      await migrate(payload)
      // Whoever can run commands on the server may make administrators.
      await payload.create({ collection: 'users', data, overrideAccess: true })
    })
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    throw new CommandError(
      error.data.errors.map(({ message, path }) => `${path}: ${message}`).join('\n'),
    )
  }
}

async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY)
    throw new CommandError(
      'Name the administrator: npm run create-admin -- --email you@example.com',
    )
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return (await terminal.question(question)).trim()
  } finally {
    terminal.close()
  }
}
