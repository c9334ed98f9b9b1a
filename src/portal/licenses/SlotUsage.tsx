import type { SlotsView } from './licenseView'

/** How many installations a licence runs on and how many more it allows. The bar repeats it for the eye. */
export function SlotUsage({ left, share, used }: SlotsView) {
  return (
    <div className="max-w-44 min-w-32">
      <span className="flex items-baseline justify-between gap-3 whitespace-nowrap tabular-nums">
        <span>{used}</span>
        <span className="text-muted text-xs">{left}</span>
      </span>
      {share !== null && (
        <svg aria-hidden className="mt-1.5 block h-1 w-full overflow-hidden rounded-full">
          <rect className="fill-line" height="100%" width="100%" />
          <rect
            className={share === 1 ? 'fill-warning-fill' : 'fill-accent'}
            height="100%"
            rx="2"
            width={`${share * 100}%`}
          />
        </svg>
      )}
    </div>
  )
}
