import type { Plugin } from 'postcss'

import { frame, slot, within } from './scopeStyles'

/** What has a size by its attributes: they count as styles of the page, and would go with them. */
const sized = 'svg, svg *, img, iframe, canvas, video'

const inside = `:not(:where(${sized}, ${slot} *))`

/** Each in a rule of its own: a browser that does not know one leaves out the whole rule. */
const parts = [
  '',
  ...['before', 'after', 'backdrop', 'marker', 'placeholder', 'selection', 'file-selector-button'],
  ...['first-letter', 'first-line'],
].map((part) => part && `::${part}`)

const shield = [
  `${within}:where(div) { all: initial; display: block }`,
  ...parts.map((part) => `${frame}${within}:where(div) ${inside}${part} { all: revert }`),
].join('\n')

/**
 * In a host's document its own styles end at the portal: what they say of elements and classes, and what would be inherited. What the portal says
 * itself follows, and counts more.
 */
export function shieldStyles(): Plugin {
  return {
    postcssPlugin: 'shield-styles',
    OnceExit(root, { postcss }) {
      root.nodes.find(({ type }) => type === 'rule')?.before(postcss.parse(shield).nodes)
    },
  }
}
