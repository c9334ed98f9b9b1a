import { downloadByToken } from '../download'
import { checkUpdate, checkUpdateSchema } from '../external/updates/check'
import { downloadSchema, downloadUpdate } from '../external/updates/download'
import { latestSchema, latestUpdate } from '../external/updates/latest'
import { sizeQuery, updateSize } from '../external/updates/size'
import * as answers from '../openapi/answers'
import { installed, invalid, notFound, sample, sampleRelease } from '../openapi/samples'
import type { Route } from './route'

const fields = {
  current_version: 'The version that is installed.',
  fingerprint: 'As at activation.',
  license_code: 'In place of license_data.',
  license_data: 'What activation answered with.',
  license_file: 'The older name of license_data.',
  product_id: "The product's reference ID.",
}

const oneFile = { type: 'main', version: sample.version }

/** The calls about new versions and their files. */
export const updateRoutes: Route[] = [
  {
    access: 'external',
    docs: {
      answer: answers.updateAnswer,
      body: checkUpdateSchema,
      description:
        'Offers the latest version at once, or the next one after the installed, as the product says. With license_data it offers only what that licence may have.',
      examples: [
        {
          answer: {
            is_active: true,
            message: 'A new version is available.',
            update_available: true,
            ...sampleRelease,
          },
          body: { current_version: '1.0.0', product_id: sample.product },
          title: 'A new version',
        },
        {
          answer: {
            is_active: true,
            message: 'You are using the latest version.',
            update_available: false,
            version: null,
            released_at: null,
            summary: null,
            changelog: null,
            update_id: null,
            has_sql: false,
            file_size: null,
            checksum: null,
            signature: null,
          },
          body: { current_version: sample.version, product_id: sample.product },
          title: 'Up to date',
        },
      ],
      fields,
      refuses: true,
      summary: 'Whether there is a newer version',
      tag: 'Updates',
    },
    handler: checkUpdate,
    method: 'post',
    path: '/external/update/check',
  },
  {
    access: 'external',
    docs: {
      answer: answers.releaseAnswer,
      body: latestSchema,
      examples: [
        {
          answer: { data: sampleRelease },
          body: { product_id: sample.product },
          title: 'The latest version',
        },
      ],
      fields,
      refuses: true,
      summary: 'The latest version of a product',
      tag: 'Updates',
    },
    handler: latestUpdate,
    method: 'post',
    path: '/external/update/latest',
  },
  {
    access: 'external',
    docs: {
      answer: 'file',
      body: downloadSchema,
      description:
        'The file, byte for byte. Ranges are served (206, 416). The header X-LM-Checksum-SHA256 has its checksum. A refused licence is answered as JSON with is_active: false, so look at the content type.',
      examples: [
        {
          body: { license_data: sample.token, product_id: sample.product },
          headers: installed,
          path: oneFile,
          title: 'The main file',
        },
        {
          answer: notFound,
          body: { license_data: sample.token, product_id: sample.product },
          headers: installed,
          path: { ...oneFile, version: '9.9.9' },
          status: 404,
          title: 'An unknown version',
        },
        {
          answer: invalid('license_data'),
          body: { product_id: sample.product },
          path: oneFile,
          status: 422,
          title: 'Without a licence, where updates need one',
        },
      ],
      fields,
      refuses: true,
      summary: 'Download a file of a version',
      tag: 'Updates',
    },
    handler: downloadUpdate,
    method: 'post',
    path: '/external/update/:version/download/:type{main|sql}',
  },
  {
    access: 'external',
    docs: {
      answer: 'headers',
      description:
        'Length and type of the file in Content-Length and Content-Type. Use HEAD: the body of GET is as long as the file, and zeros. A blacklisted caller is answered 403.',
      examples: [
        { path: oneFile, query: { product_id: sample.product }, title: 'Of the main file' },
      ],
      fields: { product_id: 'Where several products have a version of this name.' },
      query: sizeQuery,
      summary: 'How large a file is',
      tag: 'Updates',
    },
    handler: updateSize,
    method: 'get',
    path: '/external/update/:version/download/:type{main|sql}/size',
  },
  {
    access: 'public',
    docs: {
      answer: 'file',
      description:
        'No key: the link is the permission. What delivers bytes counts as a download, but for a range that does not begin at the first byte within an hour after a counted download. Such ranges may send twice the size of the file for each counted download; what goes beyond counts. 410: the link has ended; 403: it is used up.',
      examples: [
        { answer: notFound, path: { token: 'unknown' }, status: 404, title: 'An unknown link' },
      ],
      summary: 'The file of a temporary link',
      tag: 'Updates',
    },
    handler: downloadByToken,
    method: 'get',
    path: '/download/:token',
  },
]
