import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { root } from '../paths'

const relativeImport = /((?:from |import\(|import )['"])(\.{1,2}(?:\/[^'"]*)?)(['"])/g
const endings = ['.ts', '.tsx', '.d.ts', '/index.ts', '/index.tsx']

/**
 * Gives the relative imports of built files the endings that Node needs.
 *
 * @param ending of the files
 */
export function finishImports(outdir: string, ending: '.d.ts' | '.js'): void {
  for (const name of readdirSync(outdir, { encoding: 'utf8', recursive: true })) {
    if (!name.endsWith(ending)) continue
    const file = path.join(outdir, name)
    const folder = path.join(root, path.dirname(name))
    const text = readFileSync(file, 'utf8').replace(
      relativeImport,
      (_whole, before: string, specifier: string, after: string) =>
        before + builtSpecifier(folder, specifier) + after,
    )
    writeFileSync(file, text)
  }
}

function builtSpecifier(folder: string, specifier: string): string {
  const target = path.resolve(folder, specifier)
  if (existsSync(target) && statSync(target).isFile()) return specifier
  const ending = endings.find((each) => existsSync(target + each))
  if (!ending) throw new Error(`${folder} imports ${specifier}, which is not there.`)
  const file = (target + ending).replace(/(?:\.d)?\.tsx?$/, '.js')
  const relative = path.relative(folder, file).split(path.sep).join('/')
  return relative.startsWith('.') ? relative : `./${relative}`
}
