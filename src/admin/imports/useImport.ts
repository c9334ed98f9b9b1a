'use client'

import { useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useCallback, useEffect, useState } from 'react'

import type { ShownImport } from '../../imports/shownImport'
import { postJson } from '../bulk/postJson'
import { useSlug } from '../useSlug'

const everyMs = 1000

/** The states in which something happens by itself. */
const moving: ShownImport['status'][] = ['checking', 'reading', 'running']

/** An import as the server has it: asked again and again while something happens to it. */
export function useImport(initial: ShownImport) {
  const { config } = useConfig()
  const slugFor = useSlug()
  const [found, setFound] = useState(initial)
  const [error, setError] = useState<null | string>(null)
  const base = formatAdminURL({
    apiRoute: config.routes.api,
    path: `/${slugFor('imports')}/${initial.id}`,
  })
  const isMoving = moving.includes(found.status)

  const load = useCallback(async () => {
    try {
      const response = await fetch(`${base}/state`, { credentials: 'include' })
      if (!response.ok) return setError('failed')
      setFound((await response.json()) as ShownImport)
      setError(null)
    } catch {
      setError('failed')
    }
  }, [base])

  useEffect(() => {
    if (!isMoving) return undefined
    const timer = setInterval(() => void load(), everyMs)
    return () => clearInterval(timer)
  }, [isMoving, load])

  /** Has the server do something to the import. */
  async function act(name: 'cancel' | 'check' | 'run', body: object = {}): Promise<boolean> {
    const answer = await postJson(`${base}/${name}`, body)
    setError(answer.isDone ? null : (answer.message ?? 'failed'))
    await load()
    return answer.isDone
  }

  return { act, base, error, found, isMoving }
}
