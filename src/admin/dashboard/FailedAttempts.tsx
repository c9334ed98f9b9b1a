import { metrics } from '../../statistics/metrics'
import { spanDays } from '../../statistics/periods'
import { readCounts } from '../../statistics/repository/reading'
import { fill } from '../../text/fill'
import { Chart } from './chart/Chart'
import { ChartTable } from './chart/ChartTable'
import { filters } from './filters'
import { Figure, Trend } from './parts'
import { pointsOf, seriesOf } from './series'
import { widget } from './widget'

const interval = 'day'
const days = 7
const mostReasons = 5

/** How many calls of the licensing API were refused, and why. */
export const FailedAttempts = widget('failed-attempts', async (context) => {
  const { db, format, listLink, texts } = context
  const { countedAt, of } = await readCounts(db, [metrics.attempts, metrics.attemptsByReason], {
    days: spanDays[interval],
    metric: metrics.attemptsByDay,
  })
  if (!countedAt) return { asOf: null, body: null }

  const counts = of(metrics.attempts)
  const current = counts.get(`${days}`) ?? 0
  const { periods, values } = seriesOf(of(metrics.attemptsByDay), countedAt, interval)
  const points = pointsOf(periods, values, interval, context)
  const reasons = [...of(metrics.attemptsByReason)]
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostReasons)
  return {
    asOf: countedAt,
    body: (
      <>
        <Figure
          href={listLink('failed-attempts', filters.createdWithin(days, countedAt))}
          isLarge
          label={fill(texts.lastDays, { days: format.number(days) })}
          value={format.number(current)}
        />
        <Trend
          before={counts.get(`${days}before`) ?? 0}
          context={context}
          current={current}
          days={days}
          isMoreBetter={false}
        />
        {reasons.length === 0 ? (
          <p>{texts.attempts.none}</p>
        ) : (
          <>
            <Chart format={format} kind="bars" points={points} />
            <ChartTable
              caption={fill(texts.tableOf, { widget: texts.widget['failed-attempts'] })}
              columns={[texts.period, texts.attempts.column]}
              rows={points.map(({ name, value }) => [name, format.number(value)])}
              summary={texts.table}
            />
            <h3>{texts.attempts.reasons}</h3>
            <ul className="lm-figures">
              {reasons.map(([reason, count]) => (
                <li key={reason}>
                  <Figure
                    href={listLink('failed-attempts', filters.attemptsFor(reason, countedAt))}
                    label={reasonIn(texts.attempts.reason, reason)}
                    value={format.number(count)}
                  />
                </li>
              ))}
            </ul>
          </>
        )}
      </>
    ),
  }
})

/** What a reason is called; one that there is no text for is its own. */
function reasonIn(texts: Readonly<Record<string, string>>, reason: string): string {
  return (Object.hasOwn(texts, reason) ? texts[reason] : undefined) ?? reason
}
