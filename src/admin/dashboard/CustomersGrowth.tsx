import { metrics } from '../../statistics/metrics'
import { spanDays, totalsAtEnd } from '../../statistics/periods'
import { readCounts } from '../../statistics/repository/reading'
import { fill } from '../../text/fill'
import { Chart } from './chart/Chart'
import { ChartTable } from './chart/ChartTable'
import { Figure } from './parts'
import { intervalOf, pointsOf, seriesOf } from './series'
import { widget } from './widget'

/** How the number of customers grew, by day, week or month. */
export const CustomersGrowth = widget('customers-growth', async (context) => {
  const { data, db, format, listLink, texts } = context
  const interval = intervalOf(context)
  const { countedAt, of } = await readCounts(db, [metrics.customers], {
    days: spanDays[interval],
    metric: metrics.customersByDay,
  })
  if (!countedAt) return { asOf: null, body: null }

  const total = of(metrics.customers).get('total') ?? 0
  const { periods, values } = seriesOf(of(metrics.customersByDay), countedAt, interval)
  const totals = totalsAtEnd(total, values)
  const isOfNew = data.measure === 'new'
  const points = pointsOf(periods, isOfNew ? values : totals, interval, context)
  const added = values.reduce((sum, value) => sum + value, 0)
  return {
    asOf: countedAt,
    body: (
      <>
        <div className="lm-widget__lead">
          <Figure
            href={listLink('customers')}
            isLarge
            label={texts.customers.total}
            value={format.number(total)}
          />
          <p>
            {format.signed(added)} {texts.span[interval]}
          </p>
        </div>
        <Chart format={format} kind={isOfNew ? 'bars' : 'line'} points={points} />
        <ChartTable
          caption={fill(texts.tableOf, { widget: texts.widget['customers-growth'] })}
          columns={[texts.period, texts.growth.added, texts.growth.column]}
          rows={points.map(({ name }, index) => [
            name,
            format.number(values[index] ?? 0),
            format.number(totals[index] ?? 0),
          ])}
          summary={texts.table}
        />
      </>
    ),
  }
})
