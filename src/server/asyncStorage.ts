import { AsyncLocalStorage } from 'node:async_hooks'

// Next takes it from there, and makes do with one that throws where `next/headers` or `next/navigation` is loaded before it has put it there
// itself. A component of the host's that imports them is loaded with the configuration, before Next.
Object.assign(globalThis, { AsyncLocalStorage })
