import { z } from 'zod'

import { requiredText } from '../body'
import { pathOf } from '../openapi/path'
import type { Example, Route, RouteDocs } from '../routes/route'
import { inOldNames, type Names, schemaInOldNames } from './fields'
import type { ToOld } from './route'

/** What an old call changes of the one that it stands for. */
export type Alias = {
  answer: RouteDocs['answer']
  /** The old field that names what the path of today names. */
  named?: string
  /** Of the fields of the body, where they have others today. */
  names?: Names
  path: string
  toOld: ToOld
}

/** What the reference says of an old call: what it says of the one of today, in the old form. */
export function describe(route: Route, { answer, named, names, path, toOld }: Alias): RouteDocs {
  const { access, docs, method, path: pathOfToday } = route
  const isRefused = docs.body !== undefined || named !== undefined
  const body = bodyOf(docs.body, named, names)
  return {
    answer,
    ...(body ? { body } : {}),
    deprecated: true,
    description: `Use ${method.toUpperCase()} ${pathOf({ path: pathOfToday })} in new software.`,
    examples: docs.examples.map((example) => {
      const { body: sent, headers, path: parameters = {}, title } = example
      const told = toOld({ body: example.answer as Fields, status: example.status ?? 200 })
      return {
        title,
        ...(example.answer === undefined ? {} : { answer: told.body }),
        ...(named || sent ? { body: bodyOfExample(sent ?? {}, parameters, named, names) } : {}),
        ...(access === 'external' && headers ? { headers } : {}),
        ...(path.includes(':') ? { path: parameters } : {}),
        status: told.status as Example['status'],
      }
    }),
    ...(body && docs.fields ? { fields: textsOf(docs.fields, names) } : {}),
    refuses: isRefused && answer !== 'file',
    summary: `${path.split('/')[1]}: ${docs.summary}`,
    tag: 'Old software',
  }
}

type Fields = Record<string, unknown>

function bodyOf(schema?: z.ZodType, named?: string, names?: Names): undefined | z.ZodType {
  if (!named && !names) return schema
  const fields =
    schema instanceof z.ZodObject && names ? schemaInOldNames(schema, names) : z.object({})
  return named ? fields.extend({ [named]: requiredText() }) : fields
}

function bodyOfExample(
  sent: Fields,
  parameters: Record<string, string>,
  named?: string,
  names?: Names,
): Fields {
  const fields = names ? inOldNames(sent, names) : sent
  return named ? { [named]: Object.values(parameters)[0], ...fields } : fields
}

/** Texts about fields. Where they speak of others, those have their old names as well. */
function textsOf(texts: Record<string, string>, names?: Names): Record<string, string> {
  if (!names) return texts
  const others = Object.entries(names).filter(([, today]) => today.includes('_'))
  const renamed = (text: string) =>
    others.reduce((told, [old, today]) => told.replaceAll(today, old), text)
  return Object.fromEntries(
    Object.entries(inOldNames(texts, names)).map(([name, text]) => [name, renamed(text)]),
  )
}
