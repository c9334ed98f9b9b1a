import { readFileSync } from 'node:fs'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'

import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'

import { operationsListener } from '../../../src/server/operations'

type Probe = { httpGet: { path: string; port: number } }

type Container = {
  command: string[]
  env: { name: string; value: string }[]
  livenessProbe: Probe
  readinessProbe: Probe
  startupProbe: Probe
  volumeMounts: { mountPath: string }[]
}

type Pod = { containers: Container[]; securityContext: Record<string, unknown> }

const root = path.resolve(import.meta.dirname, '../../..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const document = read('docs/deploy.md')
const notes = document.slice(document.indexOf('## Kubernetes'))
const pod = load(/```yaml\n(.*?)```/s.exec(notes)?.[1] ?? '') as Pod
const [worker] = pod.containers

describe("the worker's Pod in docs/deploy.md", () => {
  it('has a number for the user that the image names, whom the volume is for', () => {
    expect(read('Dockerfile')).toMatch(/^USER node$/m)
    expect(pod.securityContext).toEqual({
      fsGroup: 1000,
      runAsGroup: 1000,
      runAsNonRoot: true,
      runAsUser: 1000,
    })
    expect(read('Dockerfile')).toContain(`VOLUME ${worker?.volumeMounts[0]?.mountPath}\n`)
  })

  it('is asked on the port that it opens to the cluster', () => {
    const env = Object.fromEntries(worker?.env.map(({ name, value }) => [name, value]) ?? [])
    expect(env.METRICS_HOST).toBe('0.0.0.0')
    for (const probe of probes()) expect(String(probe.httpGet.port)).toBe(env.METRICS_PORT)
  })

  it('is asked what it answers, and is restarted for no database that is away', async () => {
    for (const { httpGet } of probes()) expect(await statusOf(httpGet.path, true)).toBe(200)
    expect(await statusOf(worker?.readinessProbe.httpGet.path, false)).toBe(503)
    expect(await statusOf(worker?.livenessProbe.httpGet.path, false)).toBe(200)
    expect(await statusOf(worker?.startupProbe.httpGet.path, false)).toBe(200)
  })
})

function probes(): Probe[] {
  if (!worker) return []
  return [worker.startupProbe, worker.livenessProbe, worker.readinessProbe]
}

async function statusOf(url: string | undefined, isReady: boolean): Promise<number> {
  const request = new IncomingMessage(new Socket())
  request.url = url
  const response = new ServerResponse(request)
  const readiness = {
    check: async () => (isReady ? null : ('database' as const)),
    leave: () => undefined,
  }
  operationsListener({ metrics: null, metricsToken: null, readiness })(request, response)
  await setImmediate()
  return response.statusCode
}
