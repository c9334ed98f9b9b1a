import { getNextRequestI18n } from '@payloadcms/next/utilities'
import { generatePageMetadata } from '@payloadcms/next/views'
import type { Metadata } from 'next'

import { textsIn } from './i18n/texts'
import { importTexts } from './imports/texts'
import { reportPath } from './reports/address'
import { reportsTexts } from './reports/texts'

type Args = Parameters<typeof generatePageMetadata>[0]

/** Headings of views of our own, by their path below the panel. */
const headings = new Map([
  ['/imports', (language: string) => textsIn(importTexts, language).heading],
  [reportPath, (language: string) => textsIn(reportsTexts, language).heading],
])

/**
 * What the head of a page of the panel says: as Payload has it, but with the titles of views of our own in the administrator's language.
 * Payload takes those from the config, which knows one language only.
 */
export async function viewMetadata(args: Args): Promise<Metadata> {
  const [config, metadata, { segments = [] }] = await Promise.all([
    args.config,
    generatePageMetadata(args),
    args.params,
  ])
  const heading = headings.get(`/${[segments].flat().join('/')}`)
  if (!heading) return metadata
  const { language } = await getNextRequestI18n({ config })
  return { ...metadata, title: `${heading(language)}${config.admin.meta.titleSuffix}` }
}
