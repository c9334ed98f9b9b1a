import type { AtRule, Declaration, Plugin, Root, Rule } from 'postcss'

type Parent = Rule['parent']

/** The element that the portal's pages stand in: a document of their own, or a part of a host's. */
const frame = '[data-portal]'

/** Said twice, a rule counts more than any of the layers before it, as it did by its layer. */
const frameByLayer: Record<string, string> = { utilities: frame + frame }

/** Tailwind's word for browsers that do not know `@property`: for every element of the page, whoever says it. */
const shared = 'properties'

/**
 * Keeps the portal's styles to the portal. Its own layout is a document for itself, but a host's has other pages, whose look must not change;
 * and what a host says of every heading and link must not reach the portal, for which a rule has to be outside of layers and say more.
 */
export function scopeStyles(): Plugin {
  return {
    postcssPlugin: 'scope-styles',
    OnceExit(root) {
      root.walkRules((rule) => {
        const within = frameByLayer[layerOf(rule)] ?? frame
        if (isOfPage(rule)) rule.selectors = unique(rule.selectors.map(scopedTo(within)))
      })
      root.walkAtRules('layer', leaveLayer)
      renameAnimations(root)
    },
  }
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

function layerName(parent: NonNullable<Parent>): string {
  if (parent.type !== 'atrule') return ''
  const { name, params } = parent as AtRule
  return name === 'layer' ? params : ''
}

function isKeyframes(parent: NonNullable<Parent>): boolean {
  return parent.type === 'atrule' && (parent as AtRule).name.endsWith('keyframes')
}

function around(rule: Rule): NonNullable<Parent>[] {
  const parents: NonNullable<Parent>[] = []
  for (let { parent } = rule; parent; parent = parent.parent as Parent) parents.push(parent)
  return parents
}

function scopedTo(within: string) {
  return (selector: string): string => {
    if (selector === 'body') return `${within} > body, div${within}`
    const ofDocument = /^(?:html|:root|:host)(?![\w-])/.exec(selector)
    if (ofDocument) return within + selector.slice(ofDocument[0].length)
    return `${within} ${selector}`
  }
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

const unique = (selectors: string[]): string[] => [...new Set(selectors)]
