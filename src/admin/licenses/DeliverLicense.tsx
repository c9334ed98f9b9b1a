'use client'

import {
  Button,
  Drawer,
  toast,
  useConfig,
  useDocumentInfo,
  useEditDepth,
  useFormModified,
  useModal,
} from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { type CSSProperties, useState } from 'react'

import { postJson } from '../bulk/postJson'
import { useTexts } from '../i18n/useTexts'
import { MailFrame } from '../mailTemplates/MailFrame'
import { mailTemplatesTexts } from '../mailTemplates/texts'
import { useSlug } from '../useSlug'

type Preview = { html: string; message: string; subject: string; to: null | string }
type Letter = { message: string; subject: string; to: string }

const drawerSlug = 'deliver-license'
const control: CSSProperties = { display: 'block', font: 'inherit', minHeight: 32, width: '100%' }

/** Sends the licence of the page to its owner, once the mail was looked at and changed at will. */
export function DeliverLicense() {
  const { delivery: texts } = useTexts(mailTemplatesTexts)
  const { config } = useConfig()
  const slugFor = useSlug()
  const { id } = useDocumentInfo()
  const { closeModal, openModal } = useModal()
  const depth = useEditDepth()
  const isModified = useFormModified()
  const [letter, setLetter] = useState<Letter>({ message: '', subject: '', to: '' })
  const [html, setHtml] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  if (!id || depth > 1) return null
  const addressOf = (name: string) =>
    formatAdminURL({
      apiRoute: config.routes.api,
      path: `/${slugFor('licenses')}/${id}/delivery/${name}`,
    })

  async function show(edits: Partial<Letter>): Promise<boolean> {
    setIsBusy(true)
    const answer = await postJson<Preview>(addressOf('preview'), edits)
    setIsBusy(false)
    if (!answer.isDone) {
      toast.error(answer.message ?? texts.failed)
      return false
    }
    const { html: shown, message, subject, to } = answer.body
    setHtml(shown)
    setLetter({ message, subject, to: edits.to ?? to ?? '' })
    return true
  }

  async function send(): Promise<void> {
    setIsBusy(true)
    const answer = await postJson(addressOf('send'), letter)
    setIsBusy(false)
    if (!answer.isDone) return void toast.error(answer.message ?? texts.failed)
    closeModal(drawerSlug)
    toast.success(texts.sent)
  }

  const change = (part: Partial<Letter>) => setLetter({ ...letter, ...part })
  return (
    <div className="field-type">
      <Button
        buttonStyle="secondary"
        disabled={isModified || isBusy}
        margin={false}
        onClick={() => void show({}).then((isShown) => isShown && openModal(drawerSlug))}
        size="small"
        type="button"
      >
        {texts.action}
      </Button>
      <Drawer slug={drawerSlug} title={texts.action}>
        <div style={{ display: 'grid', gap: 'var(--base)', paddingBottom: 'var(--base)' }}>
          {!letter.to && <p>{texts.nobody}</p>}
          <label>
            {texts.to}
            <input
              onChange={({ target }) => change({ to: target.value })}
              style={control}
              type="email"
              value={letter.to}
            />
          </label>
          <label>
            {texts.subject}
            <input
              maxLength={200}
              onChange={({ target }) => change({ subject: target.value })}
              style={control}
              value={letter.subject}
            />
          </label>
          <label>
            {texts.message}
            <textarea
              maxLength={10_000}
              onChange={({ target }) => change({ message: target.value })}
              rows={5}
              style={control}
              value={letter.message}
            />
          </label>
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 'calc(var(--base) / 2)' }}>
            <Button
              disabled={isBusy || !letter.to}
              margin={false}
              onClick={() => void send()}
              size="small"
              type="button"
            >
              {texts.send}
            </Button>
            <Button
              buttonStyle="secondary"
              disabled={isBusy}
              margin={false}
              onClick={() => void show(letter)}
              size="small"
              type="button"
            >
              {texts.refresh}
            </Button>
          </div>
          <MailFrame html={html} title={texts.preview} />
        </div>
      </Drawer>
    </div>
  )
}
