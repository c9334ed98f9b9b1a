import { Link } from '@payloadcms/ui'

import { readTopCustomers } from '../../statistics/repository/topCustomers'
import { fillPlural } from '../../text/fill'
import { widget } from './widget'

const most = 10

/** The customers with the most licences. */
export const CustomersTop = widget(
  'customers-top',
  async ({ db, documentLink, language, texts }) => {
    const { customers, rankedAt } = await readTopCustomers(db, most)
    return {
      asOf: rankedAt,
      body: (
        <ol className="lm-rows">
          {customers.map(({ activations, id, licenses, name, products }) => (
            <li key={id}>
              <Link href={documentLink('customers', id)}>{name}</Link>
              <strong>{fillPlural(texts.top.licenses, licenses, language)}</strong>
              <small>
                {fillPlural(texts.top.products, products, language)},{' '}
                {fillPlural(texts.top.activations, activations, language)}
              </small>
            </li>
          ))}
        </ol>
      ),
      empty: texts.top.none,
      isRecountable: false,
    }
  },
)
