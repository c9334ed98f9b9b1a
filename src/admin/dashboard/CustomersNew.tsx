import { metrics } from '../../statistics/metrics'
import { readCounts } from '../../statistics/repository/reading'
import { windows } from '../../statistics/windows'
import { fill } from '../../text/fill'
import { filters } from './filters'
import { Figure, Trend } from './parts'
import { widget } from './widget'

/** The customers of the last days, against as many days before. */
export const CustomersNew = widget('customers-new', async (context) => {
  const { db, format, listLink, texts } = context
  const { countedAt, of } = await readCounts(db, [metrics.newCustomers])
  const counts = of(metrics.newCustomers)
  return {
    asOf: countedAt,
    body: countedAt && (
      <ul className="lm-figures lm-figures--spread">
        {windows.map((days) => {
          const current = counts.get(`${days}`) ?? 0
          return (
            <li key={days}>
              <Figure
                href={listLink('customers', filters.createdWithin(days, countedAt))}
                isLarge
                label={fill(texts.lastDays, { days: format.number(days) })}
                value={format.number(current)}
              />
              <Trend
                before={counts.get(`${days}before`) ?? 0}
                context={context}
                current={current}
                days={days}
                isMoreBetter
              />
            </li>
          )
        })}
      </ul>
    ),
  }
})
