import { Link } from '@payloadcms/ui'

import type { TopCustomer } from '../../reports/findTopCustomers'
import { type Metric, metrics } from '../../reports/types'
import { fillPlural } from '../../text/fill'
import { textsIn } from '../i18n/texts'
import { reportsTexts } from './texts'

type ReportTableProps = {
  language: string
  metric: Metric
  rows: TopCustomer[]
  urlOf: (customer: string) => string
}

/** Customers by place. On a phone the figures that they are not ranked by stand below the name. */
export function ReportTable({ language, metric, rows, urlOf }: ReportTableProps) {
  const texts = textsIn(reportsTexts, language)
  const number = new Intl.NumberFormat(language)
  const others = metrics.filter((name) => name !== metric)
  const emphasis = (name: Metric) =>
    name === metric
      ? 'report__figure report__figure--ranked'
      : 'report__figure report__figure--other'
  return (
    <div className="table">
      <table aria-label={texts.heading} cellPadding={0} cellSpacing={0} className="report__table">
        <thead>
          <tr>
            <th className="report__place" scope="col">
              {texts.column.place}
            </th>
            <th scope="col">{texts.column.customer}</th>
            {metrics.map((name) => (
              <th
                aria-sort={name === metric ? 'descending' : undefined}
                className={emphasis(name)}
                key={name}
                scope="col"
              >
                {texts.column[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.customer.id}>
              <td className="report__place">{number.format(row.place)}</td>
              <td className="report__customer">
                <Link href={urlOf(row.customer.id)} prefetch={false}>
                  {row.customer.name}
                </Link>
                <span className="report__detail">{row.customer.email}</span>
                <span className="report__detail report__detail--phone">
                  {others
                    .map((name) => fillPlural(texts.figures[name], row[name], language))
                    .join(' · ')}
                </span>
              </td>
              {metrics.map((name) => (
                <td className={emphasis(name)} key={name}>
                  {number.format(row[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
