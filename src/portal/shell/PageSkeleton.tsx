'use client'

import { Card } from '../components/ui/Card'
import { Skeleton } from '../components/ui/Skeleton'
import { useMessages } from '../i18n/MessagesProvider'
import { paths } from './paths'

/** The outline of the page at a path, until the page is there. */
export function PageSkeleton({ path }: { path: string }) {
  const messages = useMessages()
  return (
    <div>
      <p className="sr-only" role="status">
        {messages.loading}
      </p>
      <Skeleton className="h-7 w-40" />
      <Skeleton className="mt-3 h-4 w-72 max-w-full" />
      <div className="mt-8">{bodyOf(path)}</div>
    </div>
  )
}

function bodyOf(path: string) {
  if (path === paths.dashboard) return <DashboardBody />
  if (path === paths.settings) return <SettingsBody />
  return <ListBody />
}

function ListBody() {
  return (
    <>
      <Skeleton className="h-9 w-full max-w-sm" />
      <Card className="mt-4 divide-y">
        {Array.from({ length: 8 }, (_, row) => (
          <div className="flex h-14 items-center gap-6 px-5" key={row}>
            <Skeleton className="h-4 w-1/4" />
            <Skeleton className="h-4 w-1/3" />
            <Skeleton className="ml-auto h-4 w-16" />
          </div>
        ))}
      </Card>
    </>
  )
}

function DashboardBody() {
  return (
    <>
      <Card className="grid grid-cols-2 md:grid-cols-4">
        {Array.from({ length: 4 }, (_, figure) => (
          <div className="p-5" key={figure}>
            <Skeleton className="h-3.5 w-24" />
            <Skeleton className="mt-3 h-7 w-12" />
          </div>
        ))}
      </Card>
      <Card className="mt-8 h-72" />
    </>
  )
}

function SettingsBody() {
  return (
    <div className="grid gap-6">
      <Card className="h-52" />
      <Card className="h-44" />
    </div>
  )
}
