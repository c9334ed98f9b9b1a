// Ends a throw-away PostgreSQL when the run that started it is gone, however it ended: the pipe to it closes then.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'

const folder = process.argv[2] ?? ''
const pidFile = path.join(folder, 'postgres/postmaster.pid')

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})
process.stdin.resume()
process.stdin.once('close', () => void endServer())

async function endServer() {
  if (existsSync(pidFile)) process.kill(parseInt(readFileSync(pidFile, 'utf8'), 10), 'SIGINT')
  for (let tries = 0; tries < 100 && existsSync(pidFile); tries += 1) await setTimeout(100)
  rmSync(folder, { force: true, recursive: true })
}
