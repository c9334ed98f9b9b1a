import { readFileSync } from 'node:fs'
import path from 'node:path'

import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'

type Service = {
  build?: string
  env_file?: string
  command?: string[]
  depends_on?: Record<string, { condition: string }>
  environment?: Record<string, number | string>
  healthcheck?: { interval?: string; test: string[] }
  image: string
  pull_policy?: string
  ports?: string[]
  volumes?: string[]
}

const root = path.resolve(import.meta.dirname, '../../..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const { services, volumes } = load(read('compose.yaml')) as {
  services: Record<string, Service>
  volumes: Record<string, null>
}
const { app, postgres, worker } = services

describe('compose.yaml', () => {
  it('starts the app, one worker and a database that both wait for', () => {
    expect(Object.keys(services)).toEqual(['app', 'worker', 'postgres'])
    for (const service of [app, worker]) {
      expect(service).toMatchObject({
        env_file: '.env',
        image: 'license-manager',
        depends_on: { postgres: { condition: 'service_healthy' } },
        environment: { DATABASE_URL: expect.stringContaining('@postgres:5432/') as string },
      })
    }
    expect([app?.build, worker?.build, worker?.pull_policy]).toEqual(['.', undefined, 'never'])
    expect(app?.environment?.WORKER).toBe('off')
    expect(worker?.environment).not.toHaveProperty('WORKER')
    expect(worker?.command).toEqual(['node', 'dist/worker.js'])
  })

  it('asks for health by commands of words', () => {
    const checks = Object.values(services).flatMap(({ healthcheck }) => healthcheck ?? [])
    expect(checks).toHaveLength(2)
    for (const { test } of checks) {
      expect(test[0]).toBe('CMD')
      expect(test.every((word) => typeof word === 'string' && word.length > 0)).toBe(true)
    }
    expect(worker?.healthcheck?.test.at(-1)).toContain(`:${worker?.environment?.METRICS_PORT}/`)
  })

  it('asks the same database of the app that it makes', () => {
    const { POSTGRES_DB: database = '', POSTGRES_USER: user = '' } = postgres?.environment ?? {}
    const { password, pathname, username } = new URL(
      String(app?.environment?.DATABASE_URL).replace(/\$\{(\w+)[^}]*\}/, '$1'),
    )
    expect([username, password, pathname]).toEqual([user, 'POSTGRES_PASSWORD', `/${database}`])
    expect(postgres?.environment?.POSTGRES_PASSWORD).toBe('${POSTGRES_PASSWORD:?}')
  })

  it('keeps uploads and the database in volumes, the uploads where the image writes them', () => {
    expect(postgres?.volumes).toEqual(['database:/var/lib/postgresql'])
    expect(app?.volumes).toHaveLength(1)
    expect(worker?.volumes).toEqual(app?.volumes)
    const mounts = Object.values(services).flatMap(({ volumes: own = [] }) => own)
    for (const mount of mounts) expect(volumes).toHaveProperty(mount.split(':')[0] ?? '')
    const folder = app?.volumes?.[0]?.split(':')[1]
    expect(read('Dockerfile')).toContain(`UPLOAD_DIR=${folder}/uploads`)
  })

  it('goes by its own folder, port and address, whatever .env says', () => {
    for (const service of [app, worker]) {
      expect(service?.environment).toMatchObject({
        HOST: '',
        PORT: 3000,
        UPLOAD_DIR: '/data/uploads',
      })
    }
  })

  it('is reached through a proxy of this machine only', () => {
    const ports = Object.values(services).flatMap(({ ports: own = [] }) => own)
    expect(ports).toEqual(['127.0.0.1:3000:3000'])
  })

  it('sets only what README.md and docs/deploy.md explain', () => {
    const explained = read('README.md') + read('docs/deploy.md')
    const names = [app, worker].flatMap((service) => Object.keys(service?.environment ?? {}))
    const missing = names.filter((name) => !explained.includes(`\`${name}\``))
    expect(missing).toEqual([])
  })
})
