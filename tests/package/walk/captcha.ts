import assert from 'node:assert/strict'

import { openBrowser } from '../browser'
import { customer, type Host } from './host'
import type { Staff } from './staff'

const operations: Record<string, (left: number, right: number) => number> = {
  minus: (left, right) => left - right,
  plus: (left, right) => left + right,
  times: (left, right) => left * right,
}

/** Has the forms ask for a sum, without which nobody registers. */
export async function demandSum({ origin, portal }: Host, staff: Staff): Promise<void> {
  const body = { captchaProvider: 'math' }
  await staff.send('/api/globals/settings', { body, method: 'POST' })
  const refused = await openBrowser(origin).submit(`${portal}/register`, (html) => ({
    ...customer,
    captchaAnswer: String(sumOf(html) + 1),
  }))
  assert.match(await refused.text(), /What is \d+ \w+ \d+\?/, 'it asks again')
}

/** The answer to the sum of a page. */
export function solveSum(html: string): { captchaAnswer: string } {
  return { captchaAnswer: String(sumOf(html)) }
}

function sumOf(html: string): number {
  const [, left, operator = '', right] = /What is (\d+) (\w+) (\d+)\?/.exec(html) ?? []
  const operation = operations[operator]
  assert.ok(operation, 'the page asks for a sum')
  return operation(Number(left), Number(right))
}
