import type { ImportKind } from '../../../collections/Imports/values'
import { importFields } from './fields'
import { type PresetName, presets, recognisePreset } from './presets'

/** Which column each field is filled from, by its place in the file. */
export type Mapping = Record<string, number>

/** A mapping from what the columns are called, and the origin that they give away. */
export function guessMapping(
  kind: ImportKind,
  headings: readonly string[],
): { mapping: Mapping; preset: null | PresetName } {
  const preset = recognisePreset(headings)
  const byPreset = preset ? presetMapping(kind, headings, preset) : {}
  if (Object.keys(byPreset).length > 0) return { mapping: byPreset, preset }
  return { mapping: mappingByName(kind, headings), preset: null }
}

/** The mapping that an origin's columns have. */
export function presetMapping(
  kind: ImportKind,
  headings: readonly string[],
  preset: PresetName,
): Mapping {
  const columns = Object.entries(presets[preset].columns[kind] ?? {})
  return Object.fromEntries(
    columns
      .map(([field, column]) => [field, indexOf(headings, column)] as const)
      .filter(([, index]) => index >= 0),
  )
}

function indexOf(headings: readonly string[], column: string): number {
  return headings.findIndex((heading) => heading.toLowerCase() === column)
}

/** Fields take the first column that is called like them or like something that means the same; each column serves one. */
function mappingByName(kind: ImportKind, headings: readonly string[]): Mapping {
  const columns = headings.map(plain)
  const taken = new Set<number>()
  const mapping = new Map<string, number>()
  const take = (field: string, name: string) => {
    const index = columns.findIndex((column, place) => column === plain(name) && !taken.has(place))
    if (index < 0 || mapping.has(field)) return
    mapping.set(field, index)
    taken.add(index)
  }
  const fields = importFields[kind]
  for (const { name } of fields) take(name, name)
  for (const { name, synonyms } of fields) for (const synonym of synonyms) take(name, synonym)
  return Object.fromEntries(mapping)
}

/** `E-Mail Address`, `email_address` and `emailAddress` are one name. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
