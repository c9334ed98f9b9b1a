import { cn } from './cn'

/** The place of something that is still on its way. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn('bg-hover block animate-pulse rounded-md', className)} />
}
