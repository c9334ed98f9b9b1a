import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import tailwind from '@tailwindcss/postcss'
import postcss from 'postcss'

import { root } from '../paths'
import { scopeStyles } from './scopeStyles'
import { shieldStyles } from './shieldStyles'

const folders = ['src/admin', 'src/portal/fonts']
const copied = /\.(?:css|woff2)$|LICENSE/
const portalStyles = 'src/portal/styles/portal.css'

/** Copies styles and fonts to where the modules import them from, and compiles the portal's styles: a host needs no Tailwind for them. */
export async function copyAssets(outdir: string): Promise<void> {
  for (const file of folders.flatMap(assetsIn)) {
    cpSync(path.join(root, file), path.join(outdir, file), { recursive: true })
  }
  const from = path.join(root, portalStyles)
  const to = path.join(outdir, portalStyles)
  const plugins = [tailwind(), scopeStyles(), shieldStyles()]
  const { css } = await postcss(plugins).process(readFileSync(from, 'utf8'), { from, to })
  mkdirSync(path.dirname(to), { recursive: true })
  writeFileSync(to, css)
}

function assetsIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { encoding: 'utf8', recursive: true })
    .filter((name) => copied.test(name))
    .map((name) => path.join(folder, name))
}
