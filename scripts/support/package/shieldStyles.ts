import type { Plugin } from 'postcss'

import { frame, slot } from './scopeStyles'

/** What has a size by its attributes: they count as styles of the page, and would go with them. */
const sized = 'svg, svg *, img, iframe, canvas, video'

const inside = `:not(:where(${sized}, ${slot} *))`

const shield = `
${frame}:where(div) {
  all: initial;
  display: block;
}
${['', '::before', '::after'].map((part) => `${frame}${frame}:where(div) ${inside}${part}`).join(',\n')} {
  all: revert;
}
`

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
