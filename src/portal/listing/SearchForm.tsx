'use client'

import { Search } from '../components/icons'
import Form from 'next/form'
import { type ReactNode, useEffect, useRef } from 'react'
import { useFormStatus } from 'react-dom'

import { Button } from '../components/ui/Button'
import { cn } from '../components/ui/cn'
import { inputStyles } from '../components/ui/Field'
import { useMessages } from '../i18n/MessagesProvider'
import { useReportPending } from '../shell/PendingContext'

type SearchFormProps = {
  /** Further controls of the form, such as the order on phones. */
  children?: ReactNode
  /** What the address keeps beside the words. */
  hidden?: Record<string, string | undefined>
  hint: string
  label: string
  path: string
  query: string
}

/** Searches a list: a GET form, so that the words are in the address. */
export function SearchForm({ children, hidden = {}, hint, label, path, query }: SearchFormProps) {
  const messages = useMessages()
  return (
    <Form
      action={path}
      className="flex flex-wrap items-center gap-2 md:flex-nowrap"
      prefetch={false}
      role="search"
    >
      {Object.entries(hidden).map(
        ([name, value]) => value && <input key={name} name={name} type="hidden" value={value} />,
      )}
      <div className="relative min-w-0 flex-1 max-md:basis-full md:w-80 md:flex-none">
        <Search
          aria-hidden
          className="text-faint pointer-events-none absolute inset-y-0 left-3 my-auto size-4"
        />
        <Words hint={hint} label={label} query={query} />
      </div>
      {children}
      <Button className="max-md:h-11" type="submit">
        {messages.list.submit}
      </Button>
      <FormStatus path={path} />
    </Form>
  )
}

/** Follows the address without losing what is being typed or the focus. */
function Words({ hint, label, query }: Pick<SearchFormProps, 'hint' | 'label' | 'query'>) {
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (input.current) input.current.value = query
  }, [query])

  return (
    <input
      aria-label={label}
      autoComplete="off"
      className={cn(inputStyles, 'pl-9')}
      defaultValue={query}
      maxLength={200}
      name="q"
      placeholder={hint}
      ref={input}
      type="search"
    />
  )
}

function FormStatus({ path }: { path: string }) {
  useReportPending(useFormStatus().pending, path)
  return null
}
