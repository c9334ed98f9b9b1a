import { cn } from '../components/ui/cn'

/** The mark of the portal: a key in a tile. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg aria-hidden className={cn('size-7 shrink-0', className)} fill="none" viewBox="0 0 28 28">
      <rect className="fill-primary" height="28" rx="7.5" width="28" />
      <circle className="stroke-on-primary" cx="10.75" cy="14" r="3.75" strokeWidth="2.25" />
      <path
        className="stroke-on-primary"
        d="M14.5 14h7.25m0 0v3.25M18.25 14v2.25"
        strokeLinecap="round"
        strokeLinejoin="round"
        strokeWidth="2.25"
      />
    </svg>
  )
}
