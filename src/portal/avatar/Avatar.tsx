import { cn } from '../components/ui/cn'
import { initials } from '../shell/initials'
import { avatarPaths } from './avatarPaths'

const sizes = { lg: 'size-20 text-2xl', sm: 'size-8 text-xs' }

type AvatarProps = {
  /** What screen readers say; decoration when left out. */
  label?: string
  name: string
  size: keyof typeof sizes
  version: null | string
}

/** The signed-in customer's photo, round, or their initials: also while the photo loads and when it does not. */
export function Avatar({ label, name, size, version }: AvatarProps) {
  return (
    <span
      {...(label ? { 'aria-label': label, role: 'img' } : { 'aria-hidden': true })}
      className={cn(
        'bg-accent-soft text-accent relative flex shrink-0 items-center justify-center overflow-hidden rounded-full font-semibold',
        sizes[size],
      )}
    >
      {initials(name)}
      {version && (
        <img
          alt=""
          className="absolute inset-0 size-full object-cover"
          key={version}
          src={`${avatarPaths.photo}?v=${encodeURIComponent(version)}`}
        />
      )}
    </span>
  )
}
