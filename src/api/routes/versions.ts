import { idempotent } from '../internal/idempotent'
import { pageQuery } from '../internal/page'
import {
  createVersion,
  fileNames,
  getVersion,
  listVersions,
  updateVersion,
  versionChanges,
  versionFields,
} from '../internal/versions'
import * as resources from '../openapi/resources'
import { invalid, listOf, sample, sampleVersion } from '../openapi/samples'
import type { FileField, Route } from './route'

const fields = {
  changelog: 'Markdown.',
  is_active: 'Only active versions are offered.',
  released_at: 'Now when empty. A version of a later date is offered from then on.',
}
const files: FileField[] = [
  { description: 'What client software downloads as main. Also: main.', names: fileNames.main },
  { description: 'What client software downloads as sql. Also: sql.', names: fileNames.sql },
]
const description =
  'As JSON without files, or as multipart/form-data with them: up to 512 MB each. Checksum and signature are made of what arrives.'
const ofProduct = { reference: sample.product }
const ofVersion = { ...ofProduct, version: sample.version }

/** The calls of shop back ends about versions. */
export const versionRoutes: Route[] = [
  {
    access: 'internal',
    docs: {
      answer: resources.many(resources.version),
      examples: [{ answer: listOf(sampleVersion), path: ofProduct, title: 'All versions' }],
      query: pageQuery,
      summary: 'Versions of a product, the latest released first',
      tag: 'Versions',
    },
    handler: listVersions,
    method: 'get',
    path: '/internal/products/:reference/versions',
  },
  {
    access: 'internal',
    docs: {
      answer: resources.one(resources.version),
      body: versionFields,
      creates: true,
      description,
      examples: [
        {
          answer: {
            data: {
              ...sampleVersion,
              has_main: false,
              has_sql: false,
              main_file: null,
              sql_file: null,
              summary: 'Tides on Mars',
              changelog: null,
              version: '2.0.0',
            },
          },
          body: { released_at: sample.released, summary: 'Tides on Mars', version: '2.0.0' },
          path: ofProduct,
          status: 201,
          title: 'A new version',
        },
        {
          answer: invalid('version'),
          body: { summary: 'Nameless' },
          path: ofProduct,
          status: 422,
          title: 'Without a name',
        },
      ],
      fields,
      files,
      status: 201,
      summary: 'A new version',
      tag: 'Versions',
    },
    handler: idempotent(createVersion),
    method: 'post',
    path: '/internal/products/:reference/versions',
  },
  {
    access: 'internal',
    docs: {
      answer: resources.one(resources.version),
      examples: [{ answer: { data: sampleVersion }, path: ofVersion, title: 'By its name' }],
      summary: 'One version, by id or name',
      tag: 'Versions',
    },
    handler: getVersion,
    method: 'get',
    path: '/internal/products/:reference/versions/:version',
  },
  {
    access: 'internal',
    docs: {
      answer: resources.one(resources.version),
      body: versionChanges,
      description,
      examples: [
        {
          answer: { data: { ...sampleVersion, is_active: false } },
          body: { is_active: false },
          path: ofVersion,
          title: 'Not offered any more',
        },
      ],
      fields,
      files,
      summary: 'Change the fields that are given; a file takes the place of the one before',
      tag: 'Versions',
    },
    handler: updateVersion,
    method: 'post',
    path: '/internal/products/:reference/versions/:version',
  },
]
