import { existsSync, statSync } from 'node:fs'
import path from 'node:path'

const endings = ['.ts', '.tsx', '.d.ts', '/index.ts', '/index.tsx', '/index.d.ts']

/**
 * The specifier of a relative import in the built package, where Node has to find the file: with its ending.
 *
 * @param importer the absolute path of the importing file
 */
export function builtSpecifier(importer: string, specifier: string): string {
  const target = path.resolve(path.dirname(importer), specifier)
  if (existsSync(target) && statSync(target).isFile()) return specifier
  const ending = endings.find((each) => existsSync(target + each))
  if (!ending) throw new Error(`${importer} imports ${specifier}, which is not there.`)
  const file = (target + ending).replace(/(?:\.d)?\.tsx?$/, '.js')
  const relative = path.relative(path.dirname(importer), file).split(path.sep).join('/')
  return relative.startsWith('.') ? relative : `./${relative}`
}
