import postcss from 'postcss'
import { describe, expect, it } from 'vitest'

import { scopeStyles } from '../../../scripts/support/package/scopeStyles'

async function scope(css: string): Promise<string> {
  const { css: scoped } = await postcss([scopeStyles()]).process(css, { from: undefined })
  return scoped.replaceAll(/\s+/g, ' ').trim()
}

const frame = '[data-license-portal]:not(#_)'
const base = '[data-license-portal][data-license-portal]:not(#_)'
const utility = '[data-license-portal]:not(#_):not(#_)'
const apart = ':not(:where([data-license-portal-slot] *))'

describe("the portal's styles in the package", () => {
  it('say nothing of a page that is not the portal', async () => {
    const selectors: string[] = []
    const root = postcss.parse(
      await scope(`
        @layer properties;
        @layer theme, base, utilities;
        @layer base { *, ::before, h1, a:hover { margin: 0 } @media print { b { color: red } } }
        @layer utilities { .flex { display: flex } :where(.x > *) { color: red } }
        @supports (color: red) { ::placeholder { color: red } }`),
    )
    root.walkRules((rule) => {
      selectors.push(...rule.selectors)
    })
    expect(selectors).toEqual([
      `${base} *${apart}`,
      `${base} ${apart}::before`,
      `${base} h1${apart}`,
      `${base} a:hover${apart}`,
      `${base} b${apart}`,
      `${utility} .flex${apart}`,
      `${utility} :where(.x > *)${apart}`,
      `${frame} ${apart}::placeholder`,
    ])
  })

  it('take what is said of the document as said of the part of it that is the portal', async () => {
    expect(await scope(':root, :host { --a: 1 }')).toBe(`${frame} { --a: 1 }`)
    expect(await scope("html, :root[data-theme='dark'] { --a: 1 }")).toBe(
      `${frame}, ${frame}[data-theme='dark'] { --a: 1 }`,
    )
    expect(await scope('body { margin: 0 }')).toBe(
      `${frame} > body, ${frame}:where(div) { margin: 0 }`,
    )
    expect(await scope('html-part { margin: 0 }')).toBe(`${frame} html-part${apart} { margin: 0 }`)
  })

  it('count among each other as their layers did, in whichever order they come', async () => {
    const css = await scope(`
      @layer utilities { .outline { outline: auto } }
      @layer base { [tabindex]:focus-visible { outline: none } }`)
    expect(css).toBe(
      `${utility} .outline${apart} { outline: auto } ${base} [tabindex]:focus-visible${apart} { outline: none }`,
    )
  })

  it('leave what is nested to the rule that it is in', async () => {
    expect(await scope('.a { color: red; &:hover { @media (hover) { color: blue } } }')).toBe(
      `${frame} .a${apart} { color: red; &:hover { @media (hover) { color: blue } } }`,
    )
  })

  it("have animations that are not mixed up with a host's", async () => {
    expect(
      await scope(
        '@keyframes pulse { 50% { opacity: 0 } } .a { --animate-pulse: pulse 2s } .b { animation: spin 1s, pulse 2s }',
      ),
    ).toBe(
      `@keyframes portal-pulse { 50% { opacity: 0 } } ${frame} .a${apart} { --animate-pulse: portal-pulse 2s } ${frame} .b${apart} { animation: spin 1s, portal-pulse 2s }`,
    )
  })

  it('leave to every page what Tailwind declares for all, in the layer that counts least', async () => {
    const css = '@layer properties { *, ::before { --tw-x: initial } }'
    expect(await scope(css)).toBe(css)
    expect(await scope('@layer properties;')).toBe('@layer properties;')
  })
})
