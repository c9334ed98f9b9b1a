'use client'

type MailFrameProps = { html: string; title: string }

/** A mail as it looks, where nothing in it can run or leave. */
export function MailFrame({ html, title }: MailFrameProps) {
  return (
    <iframe
      sandbox=""
      srcDoc={html}
      style={{
        background: '#fff',
        border: '1px solid var(--theme-elevation-150)',
        borderRadius: 'var(--style-radius-m)',
        height: 420,
        width: '100%',
      }}
      title={title}
    />
  )
}
