import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

import { gatherDatabase, type MeasuredPool } from './databaseMetrics'

/** A request that was answered. */
export type Answered = {
  method: string
  refusal: string | undefined
  /** A pattern, never a path: there must be few of them. */
  route: string
  seconds: number
  status: number
}

export type Metrics = {
  observe: (answered: Answered) => void
  /** In Prometheus's text format. */
  render: () => Promise<{ contentType: string; text: string }>
}

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const methods = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'])

/**
 * What Prometheus reads of one process: its requests, its connections, Node's own figures, among them the lag of the event loop, and the
 * queues in the database, which every process on it reports alike.
 *
 * @param isWorking whether this process is the elected worker
 */
export function createMetrics(pool: MeasuredPool, isWorking: () => boolean): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    buckets,
    help: 'How long requests took, by the pattern of their route.',
    labelNames: ['method', 'route', 'status'],
    name: 'license_manager_http_request_seconds',
    registers,
  })
  const refusals = new Counter({
    help: 'Calls that the licensing API refused, by code.',
    labelNames: ['code'],
    name: 'license_manager_refusals_total',
    registers,
  })
  new Gauge({
    collect() {
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'used' }, pool.totalCount - pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
    help: 'Connections to the database that are idle or in use, and requests that wait for one.',
    labelNames: ['state'],
    name: 'license_manager_database_pool',
    registers,
  })
  new Gauge({
    collect() {
      this.set(isWorking() ? 1 : 0)
    },
    help: 'Whether this process is the one that runs the jobs.',
    name: 'license_manager_worker_elected',
    registers,
  })
  const readDatabase = gatherDatabase(pool, registers)
  return {
    observe: ({ method, refusal, route, seconds, status }) => {
      // The method is the caller's word as well.
      const known = methods.has(method) ? method : 'other'
      durations.observe({ method: known, route, status }, seconds)
      if (refusal !== undefined) refusals.inc({ code: refusal })
    },
    render: async () => {
      await readDatabase()
      return { contentType: registry.contentType, text: await registry.metrics() }
    },
  }
}
