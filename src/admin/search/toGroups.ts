import type { SearchResult } from '../../search/searchAdmin'
import { fill } from '../../text/fill'
import { textsIn } from '../i18n/texts'
import { searchTexts } from './texts'

/** Something that a search found, or the way to all of a kind. */
export type Option = { details: string[]; href: string; id: string; title: string }

export type OptionGroup = { label: string; name: keyof SearchResult; options: Option[] }

/**
 * What was found as it is listed: customers, licences, activations, each kind with the way to its list where there are more.
 *
 * @param pageOf the address of a page of a collection in the admin panel
 */
export function toGroups(
  { activations, customers, licenses }: SearchResult,
  term: string,
  language: string,
  pageOf: (slug: keyof SearchResult, rest: string) => string,
): OptionGroup[] {
  const texts = textsIn(searchTexts, language)
  const group = <Hit extends { id: string }>(
    name: keyof SearchResult,
    { hasMore, hits }: { hasMore: boolean; hits: Hit[] },
    title: (hit: Hit) => string,
    details: (hit: Hit) => (false | null | string | undefined)[],
  ): OptionGroup => {
    const options = hits.map((hit) => ({
      details: details(hit).filter((detail): detail is string => Boolean(detail)),
      href: pageOf(name, `/${hit.id}`),
      id: `search-${name}-${hit.id}`,
      title: title(hit),
    }))
    const all: Option = {
      details: [],
      href: pageOf(name, `?${new URLSearchParams({ search: term })}`),
      id: `search-${name}-all`,
      title: fill(texts.all[name], { term }),
    }
    return { label: texts.group[name], name, options: hasMore ? [...options, all] : options }
  }
  return [
    group(
      'customers',
      customers,
      ({ name, email }) => name || email,
      ({ clientId, email }) => [email, clientId],
    ),
    group(
      'licenses',
      licenses,
      ({ code, id }) => code ?? id,
      ({ email, invoice }) => [email, invoice && fill(texts.invoice, { invoice })],
    ),
    group(
      'activations',
      activations,
      ({ domain, id }) => domain ?? id,
      ({ isActive, licenseCode }) => [licenseCode, isActive === false && texts.inactive],
    ),
  ].filter(({ options }) => options.length > 0)
}
