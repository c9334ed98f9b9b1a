import { metrics } from '../../statistics/metrics'
import { readCounts } from '../../statistics/repository/reading'
import { textsIn } from '../i18n/texts'
import { partsTexts } from '../texts'
import { filters } from './filters'
import { Figure } from './parts'
import { widget } from './widget'

const statuses = ['active', 'expired', 'blocked'] as const

/** How many licences are active, expired and blocked. */
export const LicensesByStatus = widget('licenses-by-status', async (context) => {
  const { db, format, language, listLink, texts } = context
  const { countedAt, of } = await readCounts(db, [metrics.licenses])
  if (!countedAt) return { asOf: null, body: null }

  const links = {
    active: listLink('licenses', filters.activeLicenses(countedAt)),
    blocked: listLink('licenses', filters.blockedLicenses()),
    expired: listLink('licenses', filters.expiredLicenses(countedAt)),
  }
  const count = (status: (typeof statuses)[number]) => of(metrics.licenses).get(status) ?? 0
  const total = statuses.reduce((sum, status) => sum + count(status), 0)
  if (total === 0) return { asOf: countedAt, body: <p>{texts.licenses.none}</p> }
  return {
    asOf: countedAt,
    body: (
      <>
        <div aria-hidden className="lm-shares">
          {statuses.map((status) => (
            <span
              className={`lm-share lm-share--${status}`}
              key={status}
              style={{ flexGrow: count(status) }}
            />
          ))}
        </div>
        <ul className="lm-figures">
          {statuses.map((status) => (
            <li className={`lm-key lm-key--${status}`} key={status}>
              <Figure
                href={links[status]}
                label={textsIn(partsTexts, language).licenseStatus[status]}
                value={format.number(count(status))}
              />{' '}
              <small>{format.share(count(status) / total)}</small>
            </li>
          ))}
        </ul>
      </>
    ),
  }
})
