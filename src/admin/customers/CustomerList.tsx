'use client'

import { DefaultListView } from '@payloadcms/ui'
import type { ListViewClientProps } from 'payload'

/**
 * Payload's list without its own deletion of many and its editing of many: ours say which licences stay behind, and end the sessions
 * that go with a change.
 */
export function CustomerList(props: ListViewClientProps) {
  return <DefaultListView {...props} disableBulkDelete disableBulkEdit />
}
