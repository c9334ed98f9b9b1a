'use client'

import { Button, useDocumentDrawer, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useSlug } from '../../useSlug'

type IssueLicenseProps = { initialData: Record<string, unknown>; label: string }

/** Opens a new licence for the customer of the page. */
export function IssueLicense({ initialData, label }: IssueLicenseProps) {
  const router = useRouter()
  const { closeModal } = useModal()
  const slugFor = useSlug()
  const [Drawer, , { drawerSlug, openDrawer }] = useDocumentDrawer({
    collectionSlug: slugFor('licenses'),
  })
  return (
    <>
      <Button buttonStyle="secondary" margin={false} onClick={openDrawer} size="small">
        {label}
      </Button>
      <Drawer
        initialData={initialData}
        onSave={() => {
          closeModal(drawerSlug)
          router.refresh()
        }}
      />
    </>
  )
}
