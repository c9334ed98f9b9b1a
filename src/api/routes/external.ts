import { connectionCheck } from '../connectionCheck'
import { activate, activateSchema } from '../external/activate'
import { certificate, certificateSchema } from '../external/certificate'
import { check, checkSchema } from '../external/check'
import { claimSchema } from '../external/claim'
import { deactivate } from '../external/deactivate'
import { verify } from '../external/verify'
import * as answers from '../openapi/answers'
import { installed, invalid, refused, sample } from '../openapi/samples'
import { externalFields as fields } from './externalFields'
import type { Route } from './route'

const byToken = { license_data: sample.token, product_id: sample.product }
const noCode = refused('not_found', 'Your license code is invalid.')
const notActivated = refused('not_activated', 'License is invalid or not assigned to you.')

/** The calls of installed client software about its licence. */
export const externalRoutes: Route[] = [
  {
    access: 'external',
    docs: {
      answer: answers.connectionAnswer,
      examples: [
        { answer: { message: 'Connection successful', status: true }, title: 'A good key' },
      ],
      summary: 'Whether address and key are right',
      tag: 'Licenses',
    },
    handler: connectionCheck,
    method: 'get',
    path: '/external/connection-check',
  },
  {
    access: 'external',
    docs: {
      answer: answers.activatedAnswer,
      body: activateSchema,
      description:
        'Store license_data: it names this activation. Activating again from the same domain or device gives the same one and takes no second slot.',
      examples: [
        {
          answer: {
            is_active: true,
            message: 'Activated.',
            lic_response: sample.token,
            data: { license_data: sample.token },
          },
          body: { client_name: 'Ada', license_code: sample.code, product_id: sample.product },
          headers: installed,
          title: 'Activated',
        },
        {
          answer: noCode,
          body: { license_code: 'UNKNOWN', product_id: sample.product },
          headers: installed,
          title: 'An unknown code',
        },
        {
          answer: invalid('license_code'),
          body: { product_id: sample.product },
          status: 422,
          title: 'Without a code',
        },
      ],
      fields,
      refuses: true,
      summary: 'Activate a licence for the calling installation',
      tag: 'Licenses',
    },
    handler: activate,
    method: 'post',
    path: '/external/license/activate',
  },
  {
    access: 'external',
    docs: {
      answer: answers.verifiedAnswer,
      body: claimSchema,
      examples: [
        {
          answer: { is_active: true, message: 'Verified.', data: null },
          body: byToken,
          headers: installed,
          title: 'In order',
        },
        {
          answer: notActivated,
          body: byToken,
          headers: { 'X-API-URL': 'https://elsewhere.example.com' },
          title: 'From another domain',
        },
      ],
      fields,
      refuses: true,
      summary: 'Whether the calling installation still runs under a licence in order',
      tag: 'Licenses',
    },
    handler: verify,
    method: 'post',
    path: '/external/license/verify',
  },
  {
    access: 'external',
    docs: {
      answer: answers.deactivatedAnswer,
      body: claimSchema,
      examples: [
        {
          answer: { is_active: true, message: 'Deactivated.' },
          body: byToken,
          headers: installed,
          title: 'Deactivated',
        },
      ],
      fields,
      refuses: true,
      summary: "End the calling installation's activation",
      tag: 'Licenses',
    },
    handler: deactivate,
    method: 'post',
    path: '/external/license/deactivate',
  },
  {
    access: 'external',
    docs: {
      answer: answers.checkedAnswer,
      body: checkSchema,
      examples: [
        {
          answer: {
            is_active: true,
            message: 'License is active.',
            data: {
              status: 'active',
              product_id: sample.product,
              type: 'perpetual',
              expires_at: null,
              updates_until: null,
              support_until: null,
              parallel_uses: 2,
              activations: 1,
            },
          },
          body: { license_code: sample.code },
          title: 'Active',
        },
      ],
      refuses: true,
      summary: 'The status of a licence, without activating it',
      tag: 'Licenses',
    },
    handler: check,
    method: 'post',
    path: '/external/license/check',
  },
  {
    access: 'external',
    docs: {
      answer: answers.certificateAnswer,
      body: certificateSchema,
      description:
        'A signed file with which the software runs offline until it ends. Bound to the device or domain that was activated, or else to what the caller says of itself.',
      examples: [
        {
          answer: {
            is_active: true,
            message: 'Certificate issued.',
            data: {
              certificate: '-----BEGIN LICENSE FILE-----\n…\n-----END LICENSE FILE-----\n',
              valid_until: sample.moment,
              key_id: 'Zk3mQ0x7T1aB',
            },
          },
          body: { ...byToken, ttl_days: 14 },
          headers: installed,
          title: 'For 14 days',
        },
      ],
      fields,
      refuses: true,
      summary: 'A certificate for running offline',
      tag: 'Licenses',
    },
    handler: certificate,
    method: 'post',
    path: '/external/license/certificate',
  },
]
