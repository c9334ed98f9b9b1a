'use client'

import { Link, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import type { ImportKind, RowOutcome } from '../../../collections/Imports/values'
import { importFields } from '../../imports/mapping/fields'
import type { Mapping } from '../../imports/mapping/guessMapping'
import { importMessages } from '../../imports/messages'
import { useTexts } from '../i18n/useTexts'
import { importTexts } from './texts'
import { useSlug } from '../useSlug'

export type GridRow = {
  cells: string[]
  document?: null | string
  message: string
  number: number
  outcome: RowOutcome
}

type RowsGridProps = {
  kind: ImportKind
  label: string
  language: string
  mapping: Mapping
  rows: GridRow[]
}

/** Rows with what became of them and what stands in their mapped columns. */
export function RowsGrid({ kind, label, language, mapping, rows }: RowsGridProps) {
  const texts = useTexts(importTexts)
  const { config } = useConfig()
  const slugFor = useSlug()
  const messages = importMessages(language)
  const fields = importFields[kind].flatMap(({ name }) => {
    const column = mapping[name]
    return column === undefined ? [] : [[name, column] as const]
  })
  const pathOf = (id: string) =>
    formatAdminURL({
      adminRoute: config.routes.admin,
      path: `/collections/${slugFor(kind)}/${id}`,
    })
  return (
    <div
      aria-label={label}
      className="lm-import__grid table"
      role="region"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.rows.number}</th>
            <th scope="col">{texts.rows.outcome}</th>
            {fields.map(([field]) => (
              <th key={field} scope="col">
                {messages.field[field as keyof typeof messages.field]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, document, message, number, outcome }) => (
            <tr data-outcome={outcome} key={number}>
              <th scope="row">
                {document ? <Link href={pathOf(document)}>{number}</Link> : number}
              </th>
              <td>
                <span className={`lm-import__outcome lm-import__outcome--${outcome}`}>
                  {messages.outcome[outcome]}
                </span>
                {message && <p className="lm-import__message">{message}</p>}
              </td>
              {fields.map(([field, column]) => (
                <td className="lm-import__example" key={field}>
                  {cells[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
