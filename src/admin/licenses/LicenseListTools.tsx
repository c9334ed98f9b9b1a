'use client'

import { BulkBar } from '../bulk/BulkBar'
import { GenerateLicenses } from './GenerateLicenses'
import { useLicenseActions } from './useLicenseActions'

/** Between the search of the licences' list and its rows: the generator, and what can be done to the ticked ones. */
export function LicenseListTools() {
  return (
    <>
      <GenerateLicenses />
      <BulkBar actions={useLicenseActions()} collectionSlug="licenses" />
    </>
  )
}
