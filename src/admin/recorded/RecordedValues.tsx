'use client'

import { FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'

import { useTexts } from '../i18n/useTexts'
import { ScrollTable } from '../records/ScrollTable'
import { readRecorded, textOf } from './readRecorded'
import { recordedTexts } from './texts'

/** What was recorded with an entry of a log, as a table: Payload's own editor of JSON comes from another site. */
export const RecordedValues: JSONFieldClientComponent = ({ field, path }) => {
  const texts = useTexts(recordedTexts)
  const { value } = useField<unknown>({ path })
  const lines = readRecorded(value)
  const areChanges = lines.some((line) => 'before' in line)
  const headings = areChanges ? [texts.what, texts.before, texts.after] : [texts.what, texts.value]
  return (
    <div className="field-type">
      <FieldLabel as="span" label={field.label} />
      {lines.length === 0 ? (
        <p style={{ margin: 0 }}>{texts.nothing}</p>
      ) : (
        <ScrollTable headings={headings} label={textOf(field.label)}>
          {lines.map(({ after, before, isHidden, name }) => (
            <tr key={name}>
              <th scope="row" style={{ textAlign: 'start' }}>
                {name}
              </th>
              {isHidden && <td colSpan={2}>{texts.hidden}</td>}
              {areChanges && !isHidden && <td>{textOf(before) || texts.none}</td>}
              {!isHidden && <td>{textOf(after) || texts.none}</td>}
            </tr>
          ))}
        </ScrollTable>
      )}
    </div>
  )
}
