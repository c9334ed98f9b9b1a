'use client'

import {
  Button,
  ConfirmationModal,
  toast,
  useConfig,
  useModal,
  useTranslation,
} from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'

import { fillPlural } from '../../text/fill'
import { BulkProgress } from '../bulk/BulkProgress'
import { postJson } from '../bulk/postJson'
import { bulkTexts } from '../bulk/texts'
import { useBulkRun } from '../bulk/useBulkRun'
import { useTexts } from '../i18n/useTexts'
import { StaysBehind } from './StaysBehind'
import { customersTexts } from './texts'
import { useSlug } from '../useSlug'

type Preview = {
  count: number
  examples: { email: string; id: string; lastSeen: string }[]
  ids: string[]
  licenses: number
}

const modalSlug = 'clean-up-customers'

/** Deletes accounts that nobody has used for long, after it has shown which. */
export function CleanUp() {
  const texts = useTexts(customersTexts)
  const bulk = useTexts(bulkTexts)
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const slugFor = useSlug()
  const { openModal } = useModal()
  const { progress, run, stop } = useBulkRun()
  const [isOpen, setIsOpen] = useState(false)
  const [since, setSince] = useState('')
  const [keepsOwners, setKeepsOwners] = useState(true)
  const [preview, setPreview] = useState<null | Preview>(null)
  const addressOf = (name: string) =>
    formatAdminURL({ apiRoute: config.routes.api, path: `/${slugFor('customers')}/bulk/${name}` })

  async function show(): Promise<void> {
    const answer = await postJson<Preview>(addressOf('inactive'), { keepsOwners, since })
    if (!answer.isDone) return void toast.error(answer.message ?? bulk.notReached)
    if (answer.body.count === 0) return void toast.info(texts.cleanUpNobody)
    setPreview(answer.body)
    openModal(modalSlug)
  }

  if (progress) return <BulkProgress label={texts.cleanUp} onStop={stop} {...progress} />
  return (
    <details
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
      open={isOpen}
      style={{ marginBottom: 'var(--base)' }}
    >
      <summary style={{ cursor: 'pointer' }}>{texts.cleanUp}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void show()
        }}
        style={{
          display: 'grid',
          gap: 'calc(var(--base) / 2)',
          paddingTop: 'calc(var(--base) / 2)',
        }}
      >
        <p style={{ margin: 0 }}>{texts.cleanUpBody}</p>
        <label>
          {texts.inactiveSince}{' '}
          <input
            max={new Date().toISOString().slice(0, 10)}
            onChange={({ target }) => setSince(target.value)}
            required
            style={{ font: 'inherit' }}
            type="date"
            value={since}
          />
        </label>
        <label>
          <input
            checked={keepsOwners}
            onChange={({ target }) => setKeepsOwners(target.checked)}
            type="checkbox"
          />{' '}
          {texts.keepsOwners}
        </label>
        <div>
          <Button buttonStyle="secondary" margin={false} size="small" type="submit">
            {texts.cleanUpShow}
          </Button>
        </div>
      </form>
      <ConfirmationModal
        body={preview && <CleanUpPreview preview={preview} />}
        confirmLabel={
          preview ? fillPlural(texts.deleteCount, preview.count, i18n.language) : undefined
        }
        heading={`${texts.cleanUp}?`}
        modalSlug={modalSlug}
        onConfirm={() => (preview ? void run(addressOf('delete'), preview.ids) : undefined)}
      />
    </details>
  )
}

function CleanUpPreview({ preview: { count, examples, licenses } }: { preview: Preview }) {
  const texts = useTexts(customersTexts)
  const { i18n } = useTranslation()
  const rest = count - examples.length
  return (
    <>
      <StaysBehind count={count} licenses={licenses} />
      <ul>
        {examples.map(({ email, id, lastSeen }) => (
          <li key={id}>
            {email} ({new Date(lastSeen).toLocaleDateString(i18n.language)})
          </li>
        ))}
        {rest > 0 && <li>{fillPlural(texts.more, rest, i18n.language)}</li>}
      </ul>
    </>
  )
}
