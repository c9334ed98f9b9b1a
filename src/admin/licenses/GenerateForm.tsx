'use client'

import { Button, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { type CSSProperties, type FormEvent, useEffect, useState } from 'react'

import { useTexts } from '../i18n/useTexts'
import { licensesTexts } from './texts'
import { useSlug } from '../useSlug'

export type GenerateRequest = { count: number; data: Record<string, unknown>; pattern: string }

type GenerateFormProps = { onSubmit: (request: GenerateRequest) => void }

const grid: CSSProperties = {
  display: 'grid',
  gap: 'calc(var(--base) / 2) var(--base)',
  gridTemplateColumns: 'repeat(auto-fill, minmax(14rem, 1fr))',
}
const control: CSSProperties = { display: 'block', font: 'inherit', minHeight: 32, width: '100%' }

const numbers = ['parallelUses', 'totalUses', 'expirationDays'] as const
const kinds = ['perpetual', 'subscription', 'trial', 'lifetime'] as const

/** Of which product, how many and what the licences have in common. */
export function GenerateForm({ onSubmit }: GenerateFormProps) {
  const { generate: texts } = useTexts(licensesTexts)
  const products = useProducts()

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => {
      const entry = form.get(name)
      return typeof entry === 'string' ? entry.trim() : ''
    }
    onSubmit({
      count: Number(text('count')),
      data: {
        customerId: text('customerId') || null,
        email: text('email') || null,
        product: text('product'),
        type: text('type'),
        ...Object.fromEntries(numbers.map((name) => [name, Number(text(name)) || null])),
      },
      pattern: text('pattern'),
    })
  }

  if (products?.length === 0) return <p>{texts.noProducts}</p>
  return (
    <form onSubmit={submit}>
      <div style={grid}>
        <label>
          {texts.product}
          <select name="product" required style={control}>
            {products?.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {texts.count}
          <input
            defaultValue={10}
            max={10_000}
            min={1}
            name="count"
            required
            style={control}
            type="number"
          />
        </label>
        <label>
          {texts.type}
          <select name="type" style={control}>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {texts.types[kind]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {texts.codeFormat}
          <input maxLength={120} name="pattern" style={control} />
        </label>
        {numbers.map((name) => (
          <label key={name}>
            {texts[name]}
            <input
              max={1_000_000}
              min={1}
              name={name}
              placeholder={texts.none}
              style={control}
              type="number"
            />
          </label>
        ))}
        <label>
          {texts.clientId}
          <input maxLength={255} name="customerId" style={control} />
        </label>
        <label>
          {texts.email}
          <input name="email" style={control} type="email" />
        </label>
      </div>
      <div style={{ paddingTop: 'calc(var(--base) / 2)' }}>
        <Button disabled={!products} margin={false} size="small" type="submit">
          {texts.start}
        </Button>
      </div>
    </form>
  )
}

type ProductChoice = { id: string; name: string }

/** The products by name; null while they are being read. */
function useProducts(): null | ProductChoice[] {
  const { config } = useConfig()
  const slug = useSlug()('products')
  const [products, setProducts] = useState<null | ProductChoice[]>(null)
  useEffect(() => {
    const url = formatAdminURL({ apiRoute: config.routes.api, path: `/${slug}` })
    const stopped = new AbortController()
    fetch(`${url}?limit=500&depth=0&sort=name`, { credentials: 'include', signal: stopped.signal })
      .then((response) => response.json() as Promise<{ docs?: ProductChoice[] }>)
      .then(({ docs = [] }) => setProducts(docs))
      .catch(() => undefined)
    return () => stopped.abort()
  }, [config.routes.api, slug])
  return products
}
