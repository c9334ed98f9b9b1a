import type {
  Config,
  DashboardConfig,
  SelectField,
  Widget,
  WidgetInstance,
  WidgetWidth,
} from 'payload'

import { dashboardTexts, type WidgetName } from '../../src/admin/dashboard/texts'
import { textsIn } from '../../src/admin/i18n/texts'
import { intervals } from '../../src/statistics/periods'

type Admin = Config['admin']
type Layout = DashboardConfig['defaultLayout']

/**
 * Adds the widgets of the licence manager to the dashboard. What the host has there stays: its widgets, also in place of one of ours
 * with the same slug, and its layout, which ours follow on, unless it places one of them itself.
 */
export function withDashboard(admin: Admin): Admin {
  const given = admin?.dashboard
  const hosts = given?.widgets ?? []
  const isHosts = ({ slug }: Widget) => hosts.some((widget) => widget.slug === slug)
  const widgets = [...ownWidgets().filter((widget) => !isHosts(widget)), ...hosts]
  return {
    ...admin,
    dashboard: { ...given, defaultLayout: withOwnLayout(given?.defaultLayout), widgets },
  }
}

function withOwnLayout(given: Layout): Layout {
  // Without a layout Payload shows its cards of all collections; they stay, below the figures.
  if (!given) return [...ownLayout(), place('collections', 'full')]
  if (typeof given !== 'function') return follow(given)
  return async (args) => follow(await given(args))
}

function follow(given: WidgetInstance[]): WidgetInstance[] {
  const own = ownLayout()
  const isPlaced = given.some(({ widgetSlug }) =>
    own.some((each) => each.widgetSlug === widgetSlug),
  )
  return isPlaced ? given : [...given, ...own]
}

function ownLayout(): WidgetInstance[] {
  return [
    place('customers-total', 'small'),
    place('customers-new', 'small'),
    place('licenses-by-status', 'small'),
    place('customers-growth', 'medium'),
    place('activations-over-time', 'medium'),
    place('customers-top', 'small'),
    place('licenses-expiring', 'small'),
    place('failed-attempts', 'small'),
  ]
}

function ownWidgets(): Widget[] {
  return [
    widget('customers-total', 'CustomersTotal'),
    widget('customers-new', 'CustomersNew'),
    widget('customers-growth', 'CustomersGrowth', [measureField(), intervalField()]),
    widget('customers-top', 'CustomersTop'),
    widget('licenses-by-status', 'LicensesByStatus'),
    widget('activations-over-time', 'ActivationsOverTime', [intervalField()]),
    widget('licenses-expiring', 'LicensesExpiring'),
    widget('failed-attempts', 'FailedAttempts'),
  ]
}

function widget(slug: WidgetName, component: string, fields?: SelectField[]): Widget {
  return {
    slug,
    Component: `payload-license-manager/rsc#${component}`,
    ...(fields && { fields }),
    // A function: Payload takes no other label for the title of a widget's settings.
    label: ({ i18n }) => textsIn(dashboardTexts, i18n.language).widget[slug],
    // A third of the width, and half of it for a chart.
    minWidth: fields ? 'medium' : 'small',
  }
}

function intervalField(): SelectField {
  return {
    name: 'interval',
    type: 'select',
    defaultValue: 'week',
    label: bothOf((texts) => texts.intervalLabel),
    options: intervals.map((value) => ({
      label: bothOf((texts) => texts.interval[value]),
      value,
    })),
    required: true,
  }
}

function measureField(): SelectField {
  return {
    name: 'measure',
    type: 'select',
    defaultValue: 'total',
    label: bothOf((texts) => texts.measureLabel),
    options: (['total', 'new'] as const).map((value) => ({
      label: bothOf((texts) => texts.measure[value]),
      value,
    })),
    required: true,
  }
}

function bothOf(textIn: (texts: (typeof dashboardTexts)['de']) => string): {
  de: string
  en: string
} {
  return { de: textIn(dashboardTexts.de), en: textIn(textsIn(dashboardTexts, 'en')) }
}

function place(widgetSlug: 'collections' | WidgetName, width: WidgetWidth): WidgetInstance {
  return { widgetSlug, width } as WidgetInstance
}
