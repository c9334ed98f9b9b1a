import fs from 'node:fs/promises'

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Customer } from '../../../payload-types'
import { saveAvatar } from '../../../src/portal/avatar/saveAvatar'
import type { PortalSession } from '../../../src/portal/session/customer'
import { expectNoTransaction, type Query, queryOf } from '../../support/intact'
import { openPhotoBooth, photo, type PhotoBooth } from './support/avatars'

/** What the page of settings is answered with when somebody sends a photo. */
const next = vi.hoisted(() => ({ refresh: vi.fn(), session: vi.fn() }))
vi.mock('next/cache', () => ({ refresh: next.refresh }))
vi.mock('../../../src/portal/actions/refuse', () => ({
  refuseForeignOrigin: async () => undefined,
}))
vi.mock('../../../src/portal/session/customer', () => ({ requireCustomer: next.session }))

const initial = { result: 'idle' } as const
let booth: PhotoBooth
let customer: Customer
let query: Query

beforeAll(async () => {
  booth = await openPhotoBooth()
  query = queryOf(booth.databaseUrl)
})
afterAll(() => booth.close())
beforeEach(async () => {
  customer = await booth.createCustomer()
  next.session.mockImplementation(async () => {
    return { customer, req: await booth.requestOf(customer) } as PortalSession
  })
  await booth.save(customer)
})
afterEach(async () => {
  vi.restoreAllMocks()
  next.refresh.mockClear()
  await booth.forget()
})

async function send() {
  const form = new FormData()
  const data = await photo({ b: 255, g: 0, r: 0 }).png().toBuffer()
  form.append('file', new File([new Uint8Array(data)], 'me.png', { type: 'image/png' }))
  return saveAvatar(initial, form)
}

/** All that is known of the customer and their photo, and how often it was logged. */
async function state() {
  const shown = await booth.show(customer)
  const [log] = await query(
    `select count(*)::int as lines from activity_log where subject_id = $1 and event = 'customer.updated'`,
    [customer.id],
  )
  return {
    avatar: await booth.avatarOf(customer),
    files: await booth.files(),
    lines: Number(log?.lines),
    photos: await booth.rowCount(),
    shown: Buffer.from(await shown.arrayBuffer()).toString('base64'),
  }
}

it('a photo takes the place of the old one, and the log has one line more', async () => {
  const before = await state()
  expect(await send()).toEqual({ result: 'saved' })
  const after = await state()
  expect(after.lines).toBe(before.lines + 1)
  expect([after.photos, after.files.length]).toEqual([1, 1])
  expect(after.shown).not.toBe(before.shown)
  expect(next.refresh).toHaveBeenCalledOnce()
  await expectNoTransaction(query)
})

describe('says that it failed, and leaves the old photo, no file, no line of the log and nothing open,', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
  })
  it.each([
    ['when the disk is full', () => vi.spyOn(fs, 'writeFile').mockRejectedValueOnce(full)],
    [
      'when the disk is full in the middle of the file',
      () => {
        const write = fs.writeFile
        return vi.spyOn(fs, 'writeFile').mockImplementationOnce(async (file, data) => {
          await write(file, (data as Buffer).subarray(0, 10))
          throw full
        })
      },
    ],
    [
      'when the database refuses it',
      () => vi.spyOn(booth.payload.db, 'updateOne').mockRejectedValueOnce(new Error('away')),
    ],
  ])('%s', async (_what, breakIt) => {
    const logged = vi.spyOn(booth.payload.logger, 'error').mockImplementation(() => undefined)
    const before = await state()
    const broken = breakIt()
    expect(await send()).toEqual({ result: 'failed' })
    expect(broken).toHaveBeenCalledOnce()
    expect(await state()).toEqual(before)
    expect(before.photos).toBe(1)
    expect(next.refresh).not.toHaveBeenCalled()
    expect(logged).toHaveBeenCalledWith(
      expect.objectContaining({ msg: 'A customer could not save their avatar' }),
    )
    await expectNoTransaction(query)
    expect(await send()).toEqual({ result: 'saved' })
    expect((await state()).lines).toBe(before.lines + 1)
  })
})
