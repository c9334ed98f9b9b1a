import { metrics } from '../../statistics/metrics'
import { readCounts } from '../../statistics/repository/reading'
import { filters } from './filters'
import { Figure } from './parts'
import { widget } from './widget'

/** How many customers there are, and in which state. */
export const CustomersTotal = widget('customers-total', async ({ db, format, listLink, texts }) => {
  const { countedAt, of } = await readCounts(db, [metrics.customers])
  const figure = (bucket: string) => format.number(of(metrics.customers).get(bucket) ?? 0)
  const states = ['confirmed', 'unconfirmed', 'disabled'] as const
  return {
    asOf: countedAt,
    body: (
      <>
        <Figure
          href={listLink('customers')}
          isLarge
          label={texts.customers.total}
          value={figure('total')}
        />
        <ul className="lm-figures">
          {states.map((state) => (
            <li key={state}>
              <Figure
                href={listLink('customers', filters[state]())}
                label={texts.customers[state]}
                value={figure(state)}
              />
            </li>
          ))}
        </ul>
      </>
    ),
  }
})
