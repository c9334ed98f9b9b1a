import type { Person } from './people'

const pageSize = 3

/** What Envato, Facebook and GitHub say of somebody's account, as their documentation has it. */
export function dataOf(path: string, person: Person, url: URL): unknown {
  const { email, isVerified, name, subject } = person
  const [firstname, surname] = name.split(' ')
  switch (path) {
    case '/envato/v1/market/private/user/email.json':
      return { email }
    case '/envato/v1/market/private/user/username.json':
      return { username: subject }
    case '/envato/v1/market/private/user/account.json':
      return { account: { balance: '0.00', country: 'Australia', firstname, image: '', surname } }
    case '/envato/v3/market/buyer/purchases':
      return {
        author: { id: 1, username: 'author' },
        buyer: { id: 2, username: subject },
        purchases: purchasesOf(person, Number(url.searchParams.get('page') ?? 1)),
      }
    case '/graph/me':
      return { id: subject, name, ...(email ? { email } : {}) }
    case '/github-api/user':
      return {
        email: null,
        id: Number(subject),
        login: name.replace(/\W/g, '').toLowerCase(),
        name,
      }
    case '/github-api/user/emails':
      return [
        { email: 'old@users.example.com', primary: false, verified: false, visibility: null },
        ...(email ? [{ email, primary: true, verified: isVerified, visibility: 'private' }] : []),
      ]
    default:
      throw new Error(`There is no ${path}.`)
  }
}

function purchasesOf({ purchases = [] }: Person, page: number): unknown[] {
  return purchases
    .slice((page - 1) * pageSize, page * pageSize)
    .map(({ code, item, license = 'Regular License', supportedUntil = null }) => ({
      amount: '29.00',
      code,
      item: { id: item, name: 'An item', site: 'codecanyon.net' },
      license,
      sold_at: '2026-01-18T09:21:08+11:00',
      supported_until: supportedUntil,
    }))
}
