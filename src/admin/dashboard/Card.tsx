import type { ReactNode } from 'react'

import { fill } from '../../text/fill'
import { Recount } from './Recount'
import type { WidgetContent, WidgetContext } from './widget'
import './dashboard.css'

/** The worker counts every few minutes; after this long it seems not to run. */
const staleMs = 30 * 60 * 1000

type CardProps = {
  /** Null where it could not be loaded. */
  content: null | WidgetContent
  context: WidgetContext
  heading: string
}

/** The frame of a widget: its heading, what it shows, and as of when that was counted. */
export function Card({ content, context, heading }: CardProps) {
  return (
    <section aria-label={heading} className="lm-widget">
      <h2>{heading}</h2>
      <div className="lm-widget__body">{bodyOf(content, context)}</div>
      {content && <Footer content={content} context={context} />}
    </section>
  )
}

function bodyOf(content: null | WidgetContent, { texts }: WidgetContext): ReactNode {
  if (!content) return <p role="alert">{texts.failed}</p>
  if (!content.asOf) return <p>{content.empty ?? texts.notCounted}</p>
  return content.body
}

function Footer({
  content,
  context,
}: Omit<CardProps, 'content' | 'heading'> & { content: WidgetContent }) {
  const { format, now, texts } = context
  const { asOf, isRecountable = true } = content
  return (
    <footer className="lm-widget__footer">
      {asOf && (
        <span>
          <time dateTime={asOf.toISOString()}>
            {fill(texts.asOf, { moment: format.moment(asOf) })}
          </time>
          {now.getTime() - asOf.getTime() > staleMs && <strong> {texts.stale}</strong>}
        </span>
      )}
      {isRecountable && <Recount />}
    </footer>
  )
}
