import { existsSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'

import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import { whileRunning } from '../../../scripts/support/package/runIn'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'while-running-'))
})
afterAll(() => rm(folder, { force: true, recursive: true }))

/** A program that says by a file that it listens to SIGTERM. */
const program = (name: string, onSigterm: string) => {
  const ready = JSON.stringify(path.join(folder, name))
  writeFileSync(
    path.join(folder, `${name}.cjs`),
    `process.on('SIGTERM', () => { ${onSigterm} }); setInterval(() => {}, 1000)
     require('fs').writeFileSync(${ready}, '')`,
  )
  return { args: [`${name}.cjs`], cwd: folder, env: process.env, patienceMs: 300 }
}

const until = async (name: string) => {
  while (!existsSync(path.join(folder, name))) await setTimeout(20)
}

it('lets a program end by itself', async () => {
  const child = await whileRunning(program('polite', 'process.exit(0)'), async (running) => {
    await until('polite')
    return running
  })
  expect([child.exitCode, child.signalCode]).toEqual([0, null])
})

it('kills a program that does not end when it is asked to, whatever came of the work', async () => {
  const told = vi.spyOn(console, 'error').mockReturnValue()
  const pid: (number | undefined)[] = []
  const work = whileRunning(program('deaf', ''), async (running) => {
    pid.push(running.pid)
    await until('deaf')
    throw new Error('The work failed.')
  })
  await expect(work).rejects.toThrow('The work failed.')
  expect(() => process.kill(pid[0] ?? 0, 0)).toThrow('ESRCH')
  expect(told).toHaveBeenCalledOnce()
})
