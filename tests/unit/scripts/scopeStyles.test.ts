import postcss from 'postcss'
import { describe, expect, it } from 'vitest'

import { scopeStyles } from '../../../scripts/support/package/scopeStyles'

async function scope(css: string): Promise<string> {
  const { css: scoped } = await postcss([scopeStyles()]).process(css, { from: undefined })
  return scoped.replaceAll(/\s+/g, ' ').trim()
}

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
    expect(selectors).toHaveLength(8)
    for (const selector of selectors) expect(selector).toMatch(/^(?:\[data-portal\])+ /)
  })

  it('take what is said of the document as said of the part of it that is the portal', async () => {
    expect(await scope(':root, :host { --a: 1 }')).toBe('[data-portal] { --a: 1 }')
    expect(await scope("html, :root[data-theme='dark'] { --a: 1 }")).toBe(
      "[data-portal], [data-portal][data-theme='dark'] { --a: 1 }",
    )
    expect(await scope('body { margin: 0 }')).toBe(
      '[data-portal] > body, div[data-portal] { margin: 0 }',
    )
    expect(await scope('html-part { margin: 0 }')).toBe('[data-portal] html-part { margin: 0 }')
  })

  it('hold against what a host says of an element, and among each other as their layers did', async () => {
    const css = await scope(`
      @layer base { [tabindex]:focus-visible { outline: none } }
      @layer utilities { .outline { outline: auto } }`)
    expect(css).toBe(
      '[data-portal] [tabindex]:focus-visible { outline: none } [data-portal][data-portal] .outline { outline: auto }',
    )
  })

  it('leave what is nested to the rule that it is in', async () => {
    expect(await scope('.a { color: red; &:hover { @media (hover) { color: blue } } }')).toBe(
      '[data-portal] .a { color: red; &:hover { @media (hover) { color: blue } } }',
    )
  })

  it("have animations that are not mixed up with a host's", async () => {
    expect(
      await scope(
        '@keyframes pulse { 50% { opacity: 0 } } .a { --animate-pulse: pulse 2s } .b { animation: spin 1s, pulse 2s }',
      ),
    ).toBe(
      '@keyframes portal-pulse { 50% { opacity: 0 } } [data-portal] .a { --animate-pulse: portal-pulse 2s } [data-portal] .b { animation: spin 1s, portal-pulse 2s }',
    )
  })

  it('leave to every page what Tailwind declares for all, in the layer that counts least', async () => {
    const css = '@layer properties { *, ::before { --tw-x: initial } }'
    expect(await scope(css)).toBe(css)
    expect(await scope('@layer properties;')).toBe('@layer properties;')
  })
})
