import { type NumbersApp, openNumbersApp } from './numbersApp'

export type Doc = Record<string, unknown> & { id: string }

export type NumbersShop = {
  customer: Doc
  /** What an administrator's call that succeeds makes or changes. */
  docOf: (method: string, path: string, body: unknown) => Promise<Doc>
  /** What an administrator finds. */
  find: (path: string) => Promise<Doc[]>
  license: Doc
  product: Doc
  sell: () => Promise<Doc>
} & NumbersApp

export const password = 'a tangerine under seven bridges'

/** The app of numbers with a customer who has a licence of a product. */
export async function openNumbersShop(): Promise<NumbersShop> {
  const app = await openNumbersApp()
  const asStaff = async (method: string, path: string, body?: unknown) => {
    const answer = await app.rest(method, path, { body, token: app.staff })
    if (answer.status < 300) return answer.body
    throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  }
  const docOf = async (method: string, path: string, body: unknown) =>
    (await asStaff(method, path, body)).doc as Doc
  const find = async (path: string) => (await asStaff('GET', path)).docs as Doc[]

  await asStaff('POST', '/globals/settings', { requireEmailVerification: false })
  const product = await docOf('POST', '/products', { name: 'Tidemark', referenceId: 'TIDEMARK' })
  await app.rest('POST', '/customers/register', {
    body: { email: 'ada@example.com', name: 'Ada', password },
  })
  const [customer] = await find('/customers?limit=1')
  if (!customer) throw new Error('Nobody registered.')
  const sell = () =>
    docOf('POST', '/licenses', {
      customerId: customer.clientId,
      entitlements: [{ kind: 'flag', name: 'export', value: 'true' }],
      parallelUses: 1,
      product: product.id,
    })
  return { ...app, customer, docOf, find, license: await sell(), product, sell }
}
