import { Readable } from 'node:stream'

import { acceptProfile, linkIdentity, type Profile } from '../../../../plugins/social-login'
import { cancelEmailChange } from '../../../../src/accounts/emailChange/cancelEmailChange'
import { confirmEmailChange } from '../../../../src/accounts/emailChange/confirmEmailChange'
import { requestEmailChange } from '../../../../src/accounts/emailChange/requestEmailChange'
import { confirmEmail } from '../../../../src/accounts/registration/confirmEmail'
import { createAccount } from '../../../../src/accounts/registration/register'
import { resetPassword } from '../../../../src/accounts/reset/resetPassword'
import { startCheck, startRun } from '../../../../src/imports/planImport'
import { readUpload } from '../../../../src/imports/readUpload'
import { runImports } from '../../../../src/imports/runImports'
import { password } from './accounts'
import { type Action, mailboxes, type Person } from './strangerActions'
import { add, customerOf, issue, type Mail, mailTo, type World } from './strangerWorld'

/** Does what an action says, as far as it can be done. */
export async function perform(world: World, step: Action): Promise<void> {
  const id =
    'account' in step
      ? world.accounts[step.account % Math.max(1, world.accounts.length)]
      : undefined
  switch (step.kind) {
    case 'registers':
      return registers(world, step.by, step.email)
    case 'imports':
      return imports(world, step)
    case 'issuesLicense':
      await issue(world.site, { email: step.email })
      return
    case 'linksLicense':
      if (id)
        await issue(world.site, {
          customerId: (await customerOf(world.site, id))?.clientId,
          email: 'buyer@example.com',
        })
      return
    case 'asksForMove':
      return id ? asksForMove(world, id, step.email) : undefined
    case 'adminMoves':
      if (id)
        await world.site.payload
          .update({ collection: 'customers', data: { email: step.email }, id })
          .catch(() => null)
      return
    case 'asksForReset':
      if (id)
        await mailTo(world, id, 'resetPassword', (await customerOf(world.site, id))?.email ?? '')
      return
    case 'givesUpMove':
      if (id) await cancelEmailChange(await world.site.accounts.request(), id)
      return
    case 'signsIn':
      return signsIn(world, step.by, step.email, step.vouches)
    case 'connects':
      return id ? connects(world, id) : undefined
    case 'opensMail':
      return opensMail(world, world.mails.at(-1 - step.mail))
  }
}

async function registers(world: World, by: Person, address: string): Promise<void> {
  const { accounts, stored } = world.site
  const req = await accounts.request()
  const id = await createAccount(req, { email: address, name: by, ...stored })
  if (!id) return
  add(world, id, by)
  await mailTo(world, id, 'confirmEmail', address)
}

/** An account at another provider. The person's part of its id tells later whose it is. */
const profileOf = (by: Person, address: string, isEmailVerified: boolean): Profile => ({
  email: address,
  isEmailVerified,
  name: by,
  provider: 'google',
  subject: `${by} ${address}`,
})

/**
 * Somebody signs in with an account of another provider, which has whatever address they entered there. The provider vouches only for one
 * that is theirs. Where it does not, a link is mailed; it works only in the browser that began, so only where the mailbox is theirs.
 */
async function signsIn(world: World, by: Person, address: string, vouches: boolean): Promise<void> {
  const { accounts } = world.site
  const isTheirs = mailboxes[address] === by
  const enter = async (isVerified: boolean) =>
    acceptProfile(await accounts.request(), profileOf(by, address, isVerified), 'Google')
  const first = await enter(vouches && isTheirs)
  const acceptance = first.outcome === 'proofNeeded' && isTheirs ? await enter(true) : first
  if (acceptance.outcome !== 'accepted') return
  world.site.signedIn += 1
  const { account: id } = acceptance
  if (!world.accounts.includes(id)) world.accounts.push(id)
  // Whoever has the mailbox of an account has the account.
  world.holders.set(id, by)
}

async function connects(world: World, id: string): Promise<void> {
  const holder = world.holders.get(id)
  if (!holder || !(await customerOf(world.site, id))) return
  await linkIdentity(await world.site.accounts.request(), id, profileOf(holder, 'elsewhere', false))
}

const noSignal = new AbortController().signal
const bcryptOfNobody = '$2y$04$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy'

/** The administrator brings in a file, which may be about somebody who is there, and may vouch for its addresses and hashes. */
async function imports(
  world: World,
  { email: address, isTrusted }: { email: string; isTrusted: boolean },
): Promise<void> {
  const { payload } = world.site
  const file = `email,name,password\n${address},Imported,${bcryptOfNobody}\n`
  const id = await readUpload(payload, {
    filename: 'customers.csv',
    kind: 'customers',
    source: Readable.from([Buffer.from(file)]),
    startedBy: null,
  })
  await startCheck(payload, id, {
    mapping: { email: 0, name: 1, passwordHash: 2 },
    mode: 'upsert',
    options: { trustsAddresses: isTrusted, trustsHashes: isTrusted },
  })
  await runImports(payload, noSignal)
  await startRun(payload, id)
  await runImports(payload, noSignal)
  const where = { email: { equals: address } }
  const { docs } = await payload.find({ collection: 'customers', where })
  for (const customer of docs) {
    if (!world.accounts.includes(customer.id)) add(world, customer.id, null)
  }
}

async function asksForMove(world: World, id: string, address: string): Promise<void> {
  const { accounts, payload } = world.site
  const holder = world.holders.get(id)
  const customer = await customerOf(world.site, id)
  if (!holder || !customer) return
  const signedIn = {
    ...customer,
    authenticatedAt: new Date().toISOString(),
    collection: 'customers' as const,
    hasPassword: true,
    sessionId: '',
  }
  const request = { email: address, password }
  const result = await requestEmailChange(await accounts.request(), signedIn, request)
  const owner = (
    await payload.find({ collection: 'customers', where: { email: { equals: address } } })
  ).docs[0]
  // As the mail system does: no link goes to an address that has an account.
  if ('email' in result && !owner) await mailTo(world, id, 'changeEmail', address)
}

/** The victim uses links of their own accounts only; the stranger every one that comes to them, however old. */
async function opensMail(world: World, mail: Mail | undefined): Promise<void> {
  const { accounts, payload } = world.site
  if (!mail) return
  const reader = mailboxes[mail.to]
  const isOwn = world.holders.get(mail.account) === reader
  if (mail.purpose === 'resetPassword') {
    const request = { password: `${password} ${reader}`, token: mail.token }
    const { outcome } = await resetPassword(await accounts.request(), request)
    if (outcome !== 'reset') return
    world.holders.set(mail.account, reader ?? null)
    // Everybody keeps one password, so that the next step needs no memory of it.
    await payload.update({ collection: 'customers', data: { password }, id: mail.account })
    return
  }
  if (reader === 'victim' && !isOwn) return
  const confirm = mail.purpose === 'confirmEmail' ? confirmEmail : confirmEmailChange
  await confirm(await accounts.request(), mail.token)
}
