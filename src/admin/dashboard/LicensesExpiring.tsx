import { Link } from '@payloadcms/ui'

import { metrics } from '../../statistics/metrics'
import { readNextToExpire } from '../../statistics/repository/expiringLicenses'
import { readCounts } from '../../statistics/repository/reading'
import { expiryWindows } from '../../statistics/windows'
import { fill } from '../../text/fill'
import { filters } from './filters'
import { Figure } from './parts'
import { widget } from './widget'

const most = 5

/** How many licences expire soon, and which do next. */
export const LicensesExpiring = widget('licenses-expiring', async (context) => {
  const { db, documentLink, format, listLink, now, texts } = context
  const { countedAt, of } = await readCounts(db, [metrics.licensesExpiring])
  if (!countedAt) return { asOf: null, body: null }

  const next = await readNextToExpire(db, { limit: most, now })
  return {
    asOf: countedAt,
    body: (
      <>
        <ul className="lm-figures">
          {expiryWindows.map((days) => (
            <li key={days}>
              <Figure
                href={listLink('licenses', filters.expiringLicenses(days, countedAt))}
                label={fill(texts.expiring.within, { days: format.number(days) })}
                value={format.number(of(metrics.licensesExpiring).get(`${days}`) ?? 0)}
              />
            </li>
          ))}
        </ul>
        <h3>{texts.expiring.next}</h3>
        {next.length === 0 && <p>{texts.expiring.none}</p>}
        <ol className="lm-rows">
          {next.map(({ code, expiresAt, id, product }) => (
            <li key={id}>
              <Link href={documentLink('licenses', id)}>{code}</Link>
              <span>{product}</span>
              <small>
                <time dateTime={expiresAt.toISOString()}>
                  {fill(texts.expiring.expires, { moment: format.moment(expiresAt) })}
                </time>
              </small>
            </li>
          ))}
        </ol>
      </>
    ),
  }
})
