import type {
  Config,
  DashboardConfig,
  LabelFunction,
  PayloadRequest,
  WidgetInstance,
} from 'payload'
import { describe, expect, it } from 'vitest'

import { withDashboard } from '../../../../plugins/license-manager/dashboard'

type Layout = DashboardConfig['defaultLayout']

const hosts = { Component: '/Sales#Sales', slug: 'sales' }
const place = (widgetSlug: string) => ({ widgetSlug, width: 'full' }) as unknown as WidgetInstance

const dashboardOf = (admin: Config['admin']): DashboardConfig =>
  withDashboard(admin)?.dashboard as DashboardConfig

async function slugsOf(layout: Layout): Promise<string[]> {
  const placed = typeof layout === 'function' ? await layout({ req: {} as PayloadRequest }) : layout
  return (placed ?? []).map(({ widgetSlug }) => widgetSlug)
}

const own = dashboardOf(undefined).widgets.map(({ slug }) => slug)

describe('the dashboard of an app that sets none', () => {
  it('has every widget of ours once, and the cards of all collections below', async () => {
    const slugs = await slugsOf(dashboardOf(undefined).defaultLayout)
    expect(slugs.at(-1)).toBe('collections')
    expect(slugs.slice(0, -1).sort()).toEqual([...own].sort())
    expect(own).toHaveLength(8)
  })

  it('names every widget in both languages', () => {
    for (const { label, slug } of dashboardOf(undefined).widgets) {
      const [de, en] = ['de', 'en'].map((language) =>
        (label as LabelFunction)({ i18n: { language } } as never),
      )
      expect(de, slug).toBeTruthy()
      expect(en, slug).not.toBe(de)
    }
  })

  it('is made anew each time: Payload adds to the list', () => {
    expect(dashboardOf(undefined).widgets).not.toBe(dashboardOf(undefined).widgets)
  })
})

describe('the dashboard of an app that sets one', () => {
  it('keeps its widgets, also in place of one of ours', () => {
    const mine = { Component: '/Mine#Mine', slug: 'customers-new' }
    const { widgets } = dashboardOf({ dashboard: { widgets: [hosts, mine] } })
    expect(widgets.filter(({ slug }) => slug === 'customers-new')).toEqual([mine])
    expect(widgets).toContain(hosts)
    expect(widgets).toHaveLength(own.length + 1)
  })

  it('keeps its layout, which ours follow on', async () => {
    const layout = [place('sales'), place('collections')]
    const { defaultLayout } = dashboardOf({
      dashboard: { defaultLayout: layout, widgets: [hosts] },
    })
    const slugs = await slugsOf(defaultLayout)
    expect(slugs.slice(0, 2)).toEqual(['sales', 'collections'])
    expect(slugs.slice(2).sort()).toEqual([...own].sort())
  })

  it('keeps its layout as it is where one of ours is placed in it', async () => {
    const layout = [place('customers-growth'), place('sales')]
    const { defaultLayout } = dashboardOf({
      dashboard: { defaultLayout: layout, widgets: [hosts] },
    })
    expect(defaultLayout).toEqual(layout)
  })

  it('keeps a layout that depends on who asks', async () => {
    const { defaultLayout } = dashboardOf({
      dashboard: { defaultLayout: async () => [place('sales')], widgets: [hosts] },
    })
    const slugs = await slugsOf(defaultLayout)
    expect(slugs[0]).toBe('sales')
    expect(slugs).toHaveLength(own.length + 1)
  })

  it('keeps what else the panel is set to', () => {
    const admin = { components: { beforeDashboard: ['/Notice#Notice'] }, user: 'staff' }
    expect(withDashboard(admin)).toMatchObject(admin)
  })
})
