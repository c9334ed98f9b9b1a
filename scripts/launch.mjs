// Runs a command of this folder with what it needs installed. Plain JavaScript without dependencies: it runs first in a fresh clone.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const oldestNode = [20, 9]
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const [command, ...args] = process.argv.slice(2)

refuseOldNode()
installWhatIsMissing()
run()

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  fail(`Node ${oldestNode.join('.')} or later is needed; this is ${process.version}.`)
}

function installWhatIsMissing() {
  const lock = path.join(root, 'package-lock.json')
  const installed = path.join(root, 'node_modules/.package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return
  if (existsSync(installed) && hasSamePackages(lock, installed)) {
    utimesSync(installed, new Date(), new Date())
    return
  }
  console.log('Installing packages …')
  const npm = process.env.npm_execpath
  const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  const { status } = spawnSync(
    program,
    [...first, 'ci', '--include=dev', '--no-audit', '--no-fund'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  )
  if (status !== 0) fail('The packages could not be installed. What went wrong stands above.')
}

/**
 * Whether everything that the lock file wants for this machine is installed in its version.
 *
 * @param {string} lock
 * @param {string} installed
 */
function hasSamePackages(lock, installed) {
  const wanted = JSON.parse(readFileSync(lock, 'utf8')).packages
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages
  return Object.entries(wanted).every(
    ([name, { extraneous, optional, version }]) =>
      name === '' ||
      extraneous ||
      present[name]?.version === version ||
      (optional && !present[name]),
  )
}

function run() {
  const condition = command === 'dev' ? 'development' : 'production'
  const options = `${process.env.NODE_OPTIONS ?? ''} --conditions=${condition}`.trim()
  const tsx = pathToFileURL(path.join(root, 'node_modules/tsx/dist/loader.mjs')).href
  const script = path.join(root, 'scripts', `${command}.ts`)
  if (!existsSync(script)) fail(`There is no command ${command}.`)
  const child = spawn(process.execPath, ['--import', tsx, script, ...args], {
    cwd: root,
    env: { ...process.env, APP_ROOT: root, NEXT_TELEMETRY_DISABLED: '1', NODE_OPTIONS: options },
    stdio: 'inherit',
  })
  // Ctrl-C reaches the child by itself; it then stops what it started, and this process waits for it.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

/** @param {string} message */
function fail(message) {
  console.error(message)
  process.exit(1)
}
