'use client'

import { Button, toast, useConfig, useTranslation } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useState } from 'react'

import { fill } from '../../text/fill'
import { postJson } from '../bulk/postJson'
import { useTexts } from '../i18n/useTexts'
import { MailFrame } from './MailFrame'
import { mailTemplatesTexts } from './texts'

type Template = keyof typeof mailTemplatesTexts.en.name
type Mail = { html: string; subject: string }

const languages = ['en', 'de'] as const

type MailTemplatesProps = { templates: Template[] }

/** Every template of a mail as an example, which can be sent to oneself. */
export function MailTemplates({ templates }: MailTemplatesProps) {
  const texts = useTexts(mailTemplatesTexts)
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const [template, setTemplate] = useState<Template>(templates[0] ?? 'confirmEmail')
  const [language, setLanguage] = useState<string>(i18n.language === 'de' ? 'de' : 'en')
  const [mail, setMail] = useState<Mail | null>(null)
  const [isSending, setIsSending] = useState(false)
  const url = formatAdminURL({ apiRoute: config.routes.api, path: `/mail-templates/${template}` })

  useEffect(() => {
    const stopped = new AbortController()
    fetch(`${url}?language=${language}`, { credentials: 'include', signal: stopped.signal })
      .then((response) => (response.ok ? (response.json() as Promise<Mail>) : null))
      .then(setMail)
      .catch(() => undefined)
    return () => stopped.abort()
  }, [language, url])

  async function send(): Promise<void> {
    setIsSending(true)
    const answer = await postJson<{ to: string }>(`${url}/test`, { language })
    setIsSending(false)
    if (answer.isDone) toast.success(fill(texts.sent, answer.body))
    else toast.error(answer.message ?? texts.failed)
  }

  return (
    <section aria-label={texts.heading} className="field-type">
      <h2 style={{ fontSize: '1.25em' }}>{texts.heading}</h2>
      <div
        style={{
          alignItems: 'end',
          display: 'flex',
          flexWrap: 'wrap',
          gap: 'var(--base)',
          marginBottom: 'var(--base)',
        }}
      >
        <label>
          {texts.template}
          <select
            onChange={({ target }) => setTemplate(target.value as Template)}
            style={{ display: 'block', font: 'inherit', minHeight: 32 }}
            value={template}
          >
            {templates.map((name) => (
              <option key={name} value={name}>
                {texts.name[name]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {texts.language}
          <select
            onChange={({ target }) => setLanguage(target.value)}
            style={{ display: 'block', font: 'inherit', minHeight: 32 }}
            value={language}
          >
            {languages.map((name) => (
              <option key={name} value={name}>
                {texts.languages[name]}
              </option>
            ))}
          </select>
        </label>
        <Button
          buttonStyle="secondary"
          disabled={isSending}
          margin={false}
          onClick={() => void send()}
          size="small"
          type="button"
        >
          {texts.test}
        </Button>
      </div>
      {mail && (
        <>
          <p>
            <strong>{mail.subject}</strong>
          </p>
          <MailFrame html={mail.html} title={texts.preview} />
        </>
      )}
    </section>
  )
}
