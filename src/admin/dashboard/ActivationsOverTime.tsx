import { Link } from '@payloadcms/ui'

import { metrics } from '../../statistics/metrics'
import { spanDays } from '../../statistics/periods'
import { readCounts } from '../../statistics/repository/reading'
import { fill, fillPlural } from '../../text/fill'
import { Chart } from './chart/Chart'
import { ChartTable } from './chart/ChartTable'
import { filters } from './filters'
import { Figure } from './parts'
import { intervalOf, pointsOf, seriesOf } from './series'
import { widget } from './widget'

/** How many installations were activated, by day, week or month, and how many are active now. */
export const ActivationsOverTime = widget('activations-over-time', async (context) => {
  const { db, format, language, listLink, texts } = context
  const interval = intervalOf(context)
  const { countedAt, of } = await readCounts(db, [metrics.activations], {
    days: spanDays[interval],
    metric: metrics.activationsByDay,
  })
  if (!countedAt) return { asOf: null, body: null }

  const { periods, values } = seriesOf(of(metrics.activationsByDay), countedAt, interval)
  const points = pointsOf(periods, values, interval, context)
  const sum = values.reduce((one, other) => one + other, 0)
  const active = of(metrics.activations).get('active') ?? 0
  return {
    asOf: countedAt,
    body: (
      <>
        <div className="lm-widget__lead">
          <Figure
            href={listLink('activations')}
            isLarge
            label={`${texts.activations.column} ${texts.span[interval]}`}
            value={format.number(sum)}
          />
          <p>
            <Link href={listLink('activations', filters.activeActivations())}>
              {fillPlural(texts.activations.active, active, language)}
            </Link>
          </p>
        </div>
        <Chart format={format} kind="bars" points={points} />
        <ChartTable
          caption={fill(texts.tableOf, { widget: texts.widget['activations-over-time'] })}
          columns={[texts.period, texts.activations.column]}
          rows={points.map(({ name, value }) => [name, format.number(value)])}
          summary={texts.table}
        />
      </>
    ),
  }
})
