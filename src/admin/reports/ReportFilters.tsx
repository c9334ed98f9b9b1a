import { Button } from '@payloadcms/ui'

import { metrics, periods, type RankList } from '../../reports/types'
import { textsIn } from '../i18n/texts'
import { reportQuery } from './address'
import { reportsTexts } from './texts'

type ReportFiltersProps = {
  language: string
  list: RankList
  products: { id: string; name: string }[]
  url: string
}

/** What is ranked, since when and of which product: links and a form, which need no script. */
export function ReportFilters({ language, list, products, url }: ReportFiltersProps) {
  const texts = textsIn(reportsTexts, language)
  // Of one product everybody has just that one.
  const shown = list.product ? metrics.filter((metric) => metric !== 'products') : metrics
  return (
    <div className="report__filters">
      <Choice
        label={texts.metric}
        options={shown.map((metric) => ({
          href: url + reportQuery({ ...list, metric }),
          isChosen: metric === list.metric,
          label: texts.metrics[metric],
        }))}
      />
      <Choice
        label={texts.period}
        options={periods.map((period) => ({
          href: url + reportQuery({ ...list, period }),
          isChosen: period === list.period,
          label: texts.periods[period],
        }))}
      />
      <form action={url} className="report__filter" method="get">
        <label className="report__label" htmlFor="report-product">
          {texts.product}
        </label>
        <div className="report__options">
          <input name="metric" type="hidden" value={list.metric} />
          <input name="period" type="hidden" value={list.period} />
          <select
            className="report__select"
            defaultValue={list.product ?? ''}
            id="report-product"
            key={list.product}
            name="product"
          >
            <option value="">{texts.allProducts}</option>
            {products.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <Button buttonStyle="secondary" margin={false} size="small" type="submit">
            {texts.apply}
          </Button>
        </div>
      </form>
    </div>
  )
}

type ChoiceProps = {
  label: string
  options: { href: string; isChosen: boolean; label: string }[]
}

function Choice({ label, options }: ChoiceProps) {
  return (
    <nav aria-label={label} className="report__filter">
      <span aria-hidden className="report__label">
        {label}
      </span>
      <div className="report__options">
        {options.map((option) => (
          <Button
            buttonStyle={option.isChosen ? 'primary' : 'secondary'}
            el="link"
            extraButtonProps={{ 'aria-current': option.isChosen ? 'true' : undefined }}
            key={option.href}
            margin={false}
            size="small"
            to={option.href}
          >
            {option.label}
          </Button>
        ))}
      </div>
    </nav>
  )
}
