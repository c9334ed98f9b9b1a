import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { open, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const filler = 'filler'
const block = Buffer.alloc(4096, 1)

/** A disk of its own, so small that it can be filled. */
export type SmallDisk = {
  /** Everything on it but what fills it. */
  files: () => Promise<string[]>
  /** Fills it, but for so many bytes. */
  fill: (free: number) => Promise<void>
  folder: string
  /** Makes room again. */
  free: () => Promise<void>
  unmount: () => void
}

/** Mounts one in memory; null where this process may not mount. */
export function mountSmallDisk(megabytes: number): null | SmallDisk {
  const folder = mkdtempSync(path.join(tmpdir(), 'small-disk-'))
  try {
    const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]
    execFileSync('mount', options, { stdio: 'ignore' })
  } catch {
    rmdirSync(folder)
    return null
  }
  const file = path.join(folder, filler)
  return {
    files: async () => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      return entries
        .filter((entry) => entry.isFile() && entry.name !== filler)
        .map(({ name, parentPath }) => path.relative(folder, path.join(parentPath, name)))
        .sort()
    },
    fill: async (free) => {
      const handle = await open(file, 'a')
      try {
        for (;;) await handle.writeFile(block)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
        const { size } = await handle.stat()
        await handle.truncate(size - free)
      } finally {
        await handle.close()
      }
    },
    folder,
    free: () => rm(file, { force: true }),
    unmount: () => {
      execFileSync('umount', ['-l', folder])
      rmdirSync(folder)
    },
  }
}
