import { afterAll, beforeAll, beforeEach } from 'vitest'

import type { Customer, License } from '../../../../payload-types'
import {
  type CertificateParams,
  certificateResponse,
} from '../../../../src/portal/licenses/certificateResponse'
import type { Certificate } from '../../../../src/licensing/certificate'
import { openPortal, type TestPortal } from './portal'

/** What the tests of a file have: a customer, and in each of them a new licence of theirs. */
type Given = {
  ada: Customer
  /** The certificate of the licence, unless another is named, as the customer gets it. */
  get: (params?: Partial<CertificateParams>, who?: Customer) => Promise<Response>
  license: License
  own: () => Partial<License>
  portal: TestPortal
}

/** Settings under which customers have certificates of their licences. */
const offered = {
  allowDownloads: true,
  blockedDownloads: false,
  enableActivationsPage: true,
  enableLicensesPage: true,
  expiredDownloads: 'own',
}

/** A portal for the tests of a file, with every setting as usual before each of them. */
export function givenLicense(): Given {
  const given = {
    get: async (params = {}, who = given.ada) =>
      certificateResponse(await given.portal.requestOf(who), {
        activation: null,
        id: given.license.id,
        ...params,
      }),
    own: () => ({ customerId: given.ada.clientId }),
  } as Given
  beforeAll(async () => {
    given.portal = await openPortal()
    given.ada = await given.portal.createCustomer()
  })
  afterAll(() => given.portal.close())
  beforeEach(async () => {
    await given.portal.saveSettings(offered)
    given.license = await given.portal.createLicense(given.own())
  })
  return given
}

/** What the file of a certificate says, whether it holds or not. */
export function contentOf(file: string): Certificate {
  const decode = (base64: string) => Buffer.from(base64, 'base64').toString('utf8')
  const { payload } = JSON.parse(decode(file.replaceAll(/-----.*-----/g, ''))) as {
    payload: string
  }
  return JSON.parse(decode(payload)) as Certificate
}
