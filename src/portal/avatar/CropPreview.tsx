import type { Area } from 'react-easy-crop'

import { useMessages } from '../i18n/MessagesProvider'

/** The kept part of a photo, round and in the sizes in which the portal shows it: in the settings and in the menu. */
export function CropPreview({ area, url }: { area: Area; url: string }) {
  const { avatar } = useMessages()
  return (
    <figure className="flex items-center gap-4">
      <figcaption className="text-muted text-[0.8125rem]">{avatar.preview}</figcaption>
      {['size-20', 'size-8'].map((size) => (
        <span className={`${size} relative shrink-0 overflow-hidden rounded-full`} key={size}>
          <img
            alt=""
            className="absolute max-w-none"
            src={url}
            style={{
              height: `${10_000 / area.height}%`,
              left: `${(-100 * area.x) / area.width}%`,
              top: `${(-100 * area.y) / area.height}%`,
              width: `${10_000 / area.width}%`,
            }}
          />
        </span>
      ))}
    </figure>
  )
}
