import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The processor time that a process has taken so far, its threads included, in milliseconds; null where the system does not tell. */
export function cpuTimeOf(pid: number | undefined): null | number {
  try {
    // The name, in brackets, may hold anything; behind it user and system time are the 12th and 13th fields.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond()
  } catch {
    return null
  }
}

let ticks: number | undefined

function ticksPerSecond(): number {
  return (ticks ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' })))
}
