import type { PayloadRequest, Where, WidgetServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import type { ReactNode } from 'react'

import type { Queryable } from '../../licensing/types'
import { textsIn } from '../i18n/texts'
import { Card } from './Card'
import { queryOf } from './filters'
import { formatsIn } from './formats'
import { mayShow } from './mayShow'
import { dashboardTexts, type WidgetName } from './texts'
import { type Slug, slugOf } from '../../slugs/slugOf'

/** What a widget works with. */
export type WidgetContext = ReturnType<typeof contextOf>

/** What a widget shows, and as of when: null where nothing was counted yet. */
export type WidgetContent = {
  asOf: Date | null
  body: ReactNode
  /** What is said instead where nothing was counted yet. */
  empty?: string
  /** False for what an administrator cannot have counted again. */
  isRecountable?: boolean
}

/** Makes a widget of the dashboard. What goes wrong in it takes no other widget along. */
export function widget(name: WidgetName, load: (context: WidgetContext) => Promise<WidgetContent>) {
  return async function Widget({
    req,
    widgetData,
  }: Pick<WidgetServerProps, 'req'> & { widgetData?: object }): Promise<ReactNode> {
    if (!(await mayShow(req, name))) return null
    const context = contextOf(req, widgetData)
    const content = await load(context).catch((err: unknown) => {
      req.payload.logger.error({ err, msg: `The widget ${name} could not be loaded` })
      return null
    })
    return <Card content={content} context={context} heading={context.texts.widget[name]} />
  }
}

function contextOf(req: PayloadRequest, widgetData: object = {}) {
  const { language } = req.i18n
  const { admin: adminRoute } = req.payload.config.routes
  const linkTo = (path: `/${string}`) => formatAdminURL({ adminRoute, path })
  return {
    /** What the administrator set on this widget. Anything may be in it. */
    data: widgetData as Record<string, unknown>,
    db: (req.payload.db as unknown as { drizzle: Queryable }).drizzle,
    documentLink: (slug: Slug, id: string) => linkTo(`/collections/${slugOf(slug)}/${id}`),
    format: formatsIn(language),
    language,
    /** The list of a collection, filtered. */
    listLink: (slug: Slug, where?: Where) =>
      linkTo(`/collections/${slugOf(slug)}${where ? `?${queryOf(where)}` : ''}`),
    now: new Date(),
    texts: textsIn(dashboardTexts, language),
  }
}
