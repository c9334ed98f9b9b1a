import type { DescribedCall, Example } from '../routes/route'
import { pathOf } from './path'
import { toSchema } from './schema'

/** The page's only style: what the system has, in light and dark, one column on a phone. */
export const style = `
:root{color-scheme:light dark;--ink:light-dark(#1b1f24,#e6e8eb);--soft:light-dark(#57606a,#a3abb5);--line:light-dark(#d0d7de,#3a4149);--back:light-dark(#fff,#14171b);--code:light-dark(#f3f5f7,#1e232a);--link:light-dark(#0550ae,#8cb9ff)}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
main,header,nav{max-width:60rem;margin:0 auto;padding:0 1rem;overflow-wrap:anywhere}
header{padding-top:2rem}
h1{font-size:1.7rem;margin:0 0 .5rem}
h2{margin:3rem 0 0;font-size:1.3rem;border-bottom:1px solid var(--line);padding-bottom:.3rem}
h3{margin:2.5rem 0 .25rem;font-size:1rem;overflow-wrap:anywhere}
h4{margin:1rem 0 .25rem;font-size:.9rem}
a{color:var(--link)}
nav ul{columns:16rem;padding-left:1.2rem}
code,pre{font:.875rem/1.5 ui-monospace,monospace}
code{background:var(--code);border-radius:4px;padding:.1rem .25rem;overflow-wrap:anywhere}
pre{background:var(--code);border:1px solid var(--line);border-radius:6px;padding:.75rem;overflow-x:auto;margin:.25rem 0 0}
.soft{color:var(--soft)}
.table{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line)}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
`

/**
 * The reference as a page of HTML.
 *
 * @param baseUrl where the API is, without a slash at its end
 */
export function renderReference(routes: readonly DescribedCall[], baseUrl: string): string {
  const tags = [...new Set(routes.map(({ docs }) => docs.tag))]
  const sections = tags.map((tag) => {
    const calls = routes.filter(({ docs }) => docs.tag === tag)
    return `<section><h2>${escape(tag)}</h2>${calls.map((route) => call(route, baseUrl)).join('')}</section>`
  })
  const links = routes.map(
    (route) => `<li><a href="#${anchor(route)}">${escape(route.docs.summary)}</a></li>`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>API reference</h1>
<p>Below <code>${escape(baseUrl)}</code>, in JSON. Keys go into the header <code>X-API-KEY</code>: an external key for client software, an internal key for
the shop’s own server. A refused licence is HTTP 200 with <code>is_active: false</code>. The same as a document for machines:
<a href="${escape(baseUrl)}/openapi.json">openapi.json</a>.</p>
</header>
<nav aria-label="Calls"><ul>${links.join('')}</ul></nav>
<main>${sections.join('')}</main>
</body>
</html>`
}

function call(route: DescribedCall, baseUrl: string): string {
  const { access, docs } = route
  const key = access === 'public' ? 'No key.' : `An ${access} key.`
  return `<article>
<h3 id="${anchor(route)}">${escape(docs.summary)}</h3>
<p><code>${route.method.toUpperCase()} ${escape(pathOf(route))}</code> <span class="soft">${key}${docs.deprecated ? ' Deprecated.' : ''}</span></p>
${docs.description ? `<p>${escape(docs.description)}</p>` : ''}
${fieldTable(route)}
${docs.examples.map((example) => exampleBlock(route, example, baseUrl)).join('')}
</article>`
}

type Property = {
  anyOf?: Property[]
  const?: unknown
  enum?: unknown[]
  type?: string | string[]
}

function fieldTable(route: DescribedCall): string {
  const { docs } = route
  const rows = [docs.query, docs.body].flatMap((schema) => {
    if (!schema) return []
    const json = toSchema(schema)
    const required = (json.required ?? []) as string[]
    return Object.entries((json.properties ?? {}) as Record<string, Property>).map(
      ([name, property]) =>
        `<tr><td><code>${escape(name)}</code></td><td>${required.includes(name) ? 'required' : ''}</td><td class="soft">${escape(typeOf(property))}</td><td>${escape(docs.fields?.[name] ?? '')}</td></tr>`,
    )
  })
  const files = (docs.files ?? []).map(
    ({ description, names }) =>
      `<tr><td><code>${escape(names[0] ?? '')}</code></td><td></td><td class="soft">file</td><td>${escape(description)}</td></tr>`,
  )
  if (rows.length + files.length === 0) return ''
  const label = escape(`Fields of ${route.method.toUpperCase()} ${pathOf(route)}`)
  return `<div class="table" tabindex="0" role="region" aria-label="${label}"><table><thead><tr><th scope="col">Field</th><th scope="col">Needed</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead><tbody>${[...rows, ...files].join('')}</tbody></table></div>`
}

function typeOf({ anyOf, const: constant, enum: values, type }: Property): string {
  if (anyOf) {
    const types = anyOf.map(typeOf).filter((name) => name && name !== 'null')
    return [...new Set(types)].join(' or ')
  }
  if (values) return values.map(String).join(', ')
  return constant === undefined ? [type ?? ''].flat().join(' or ') : ''
}

function exampleBlock(route: DescribedCall, example: Example, baseUrl: string): string {
  const answer =
    example.answer === undefined
      ? ''
      : `<pre tabindex="0"><code>${escape(JSON.stringify(example.answer, null, 2))}</code></pre>`
  return `<h4>${escape(example.title)} <span class="soft">${example.status ?? 200}</span></h4>
<pre tabindex="0"><code>${escape(curl(route, example, baseUrl))}</code></pre>${answer}`
}

function curl(
  route: DescribedCall,
  { body, headers, path, query }: Example,
  baseUrl: string,
): string {
  const address = pathOf(route).replace(/\{(\w+)\}/g, (_, name: string) => path?.[name] ?? name)
  const search = query ? `?${new URLSearchParams(query)}` : ''
  const isHead = route.docs.answer === 'headers'
  const key = { external: '$KEY', internal: '$SHOP_KEY', public: null }[route.access]
  const sent = [
    ...(key ? [`-H "X-API-KEY: ${key}"`] : []),
    ...Object.entries(headers ?? {}).map(([name, value]) => `-H '${name}: ${value}'`),
    ...(body ? [`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(body)}'`] : []),
  ]
  const method = isHead ? '-I' : `-X ${route.method.toUpperCase()}`
  return [`curl ${method} '${baseUrl}${address}${search}'`, ...sent].join(' \\\n  ')
}

function anchor({ method, path }: DescribedCall): string {
  return `${method}${path.replace(/[^a-z]+/gi, '-')}`.replace(/-$/, '').toLowerCase()
}

function escape(text: string): string {
  return text.replace(
    /[&<>"']/g,
    (character) =>
      ({ '"': '&quot;', '&': '&amp;', "'": '&#39;', '<': '&lt;', '>': '&gt;' })[character] ?? '',
  )
}
