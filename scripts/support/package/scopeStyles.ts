import type { AtRule, Declaration, Plugin, Root, Rule } from 'postcss'

type Parent = NonNullable<Rule['parent']>

/** The element that the portal's pages stand in: a document of their own, or a part of a host's. */
export const frame = '[data-license-portal]'

/** What the portal's pages hold of the host's own. */
export const slot = '[data-license-portal-slot]'

/** The frame, and more than a host says by any number of classes: no element has this id. */
export const within = `${frame}:not(#_)`

/** Rules of a layer count more than those of the layers before, however much these say. */
const withinByLayer: Record<string, string> = {
  base: frame + within,
  utilities: `${within}:not(#_)`,
}

/** Tailwind's word for browsers that do not know `@property`: for every element of the page, whoever says it. */
const shared = 'properties'

/**
 * Keeps the portal's styles to the portal: its own layout is a document for itself, but a host's has other pages, whose look must not change.
 * What a host says in no layer would count more than what is in one, so that layers become a matter of selectors.
 */
export function scopeStyles(): Plugin {
  return {
    postcssPlugin: 'scope-styles',
    OnceExit(root) {
      root.walkRules(scope)
      root.walkAtRules('layer', leaveLayer)
      renameAnimations(root)
    },
  }
}

function scope(rule: Rule): void {
  if (!isOfPage(rule)) return
  const layer = layerOf(rule)
  const scoped = rule.selectors.map((selector) =>
    scopeSelector(selector, withinByLayer[layer] ?? within),
  )
  rule.selectors = [...new Set(scoped)]
}

function scopeSelector(selector: string, before: string): string {
  if (selector === 'body') return `${before} > body, ${before}:where(div)`
  const ofDocument = /^(?:html|:root|:host)(?![\w-])/.exec(selector)
  if (ofDocument) return before + selector.slice(ofDocument[0].length)
  const part = selector.includes('::') ? selector.indexOf('::') : selector.length
  return `${before} ${selector.slice(0, part)}:not(:where(${slot} *))${selector.slice(part)}`
}

/** Layers come in the order in which they count, and so do their rules without them. */
function leaveLayer(layer: AtRule): void {
  if (layer.params === shared) return
  if (layer.nodes) layer.replaceWith(layer.nodes)
  else if (!layer.params.split(/,\s*/).includes(shared)) layer.remove()
}

/** Not the steps of an animation, nor what is nested in a rule, nor what is for every page. */
function isOfPage(rule: Rule): boolean {
  return !around(rule).some(
    (parent) => parent.type === 'rule' || isKeyframes(parent) || layerName(parent) === shared,
  )
}

function layerOf(rule: Rule): string {
  return around(rule).map(layerName).find(Boolean) ?? ''
}

function layerName(parent: Parent): string {
  if (parent.type !== 'atrule') return ''
  const { name, params } = parent as AtRule
  return name === 'layer' ? params : ''
}

function isKeyframes(parent: Parent): boolean {
  return parent.type === 'atrule' && (parent as AtRule).name.endsWith('keyframes')
}

function around(rule: Rule): Parent[] {
  const parents: Parent[] = []
  for (let { parent } = rule; parent; parent = parent.parent as Rule['parent']) parents.push(parent)
  return parents
}

/** Their names are the whole page's. */
function renameAnimations(root: Root): void {
  const names = new Set<string>()
  root.walkAtRules('keyframes', (keyframes) => {
    names.add(keyframes.params)
    keyframes.params = `portal-${keyframes.params}`
  })
  root.walkDecls(/^(?:animation(?:-name)?|--animate-[\w-]+)$/, (declaration: Declaration) => {
    const words = declaration.value.split(' ')
    declaration.value = words.map((word) => (names.has(word) ? `portal-${word}` : word)).join(' ')
  })
}
