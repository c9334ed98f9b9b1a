// Loaded into a server with --expose-gc --import: collects its garbage when the parent process asks, and tells what is left.
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { getHeapCodeStatistics, writeHeapSnapshot } from 'node:v8'

process.on('message', async (message) => {
  if (message === 'memory') {
    // Finalizers run between two collections; what they let go of is collected by the second.
    globalThis.gc()
    await setTimeout(100)
    globalThis.gc()
    const { code_and_metadata_size: code } = getHeapCodeStatistics()
    process.send({ memory: { ...process.memoryUsage(), code } })
  }
  if (typeof message === 'string' && message.startsWith('snapshot ')) {
    process.send({ snapshot: writeHeapSnapshot(message.slice('snapshot '.length)) })
  }
})
process.channel.unref()
