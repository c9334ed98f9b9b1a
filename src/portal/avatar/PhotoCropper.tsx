'use client'

import 'react-easy-crop/react-easy-crop.css'

import { ZoomIn, ZoomOut } from '../components/icons'
import { useId, useState } from 'react'
import Cropper from 'react-easy-crop'

import { useMessages } from '../i18n/MessagesProvider'
import type { KeptArea } from './CropDialog'

const most = 5

type PhotoCropperProps = {
  onChange: (area: KeptArea) => void
  onUnreadable: () => void
  url: string
}

/** A photo under a round window: dragged or moved by the arrow keys, and enlarged by a slider, the wheel or two fingers. */
export function PhotoCropper({ onChange, onUnreadable, url }: PhotoCropperProps) {
  const { avatar } = useMessages()
  const [crop, setCrop] = useState({ x: 0, y: 0 })
  const [zoom, setZoom] = useState(1)
  const id = useId()

  return (
    <div className="grid gap-3">
      <div className="bg-canvas relative h-72 overflow-hidden rounded-xl max-sm:h-64">
        <Cropper
          aspect={1}
          classes={{
            cropAreaClassName:
              'focus-visible:outline-solid focus-visible:outline-4 focus-visible:-outline-offset-4',
          }}
          crop={crop}
          cropperProps={{
            'aria-describedby': `${id}-hint`,
            'aria-label': avatar.cropArea,
            role: 'application',
          }}
          cropShape="round"
          disableAutomaticStylesInjection
          image={url}
          keyboardStep={8}
          maxZoom={most}
          mediaProps={{ onError: onUnreadable }}
          objectFit="cover"
          onCropAreaChange={(percent, pixels) => onChange({ percent, pixels })}
          onCropChange={setCrop}
          onZoomChange={setZoom}
          showGrid={false}
          zoom={zoom}
        />
      </div>
      <p className="text-muted text-xs" id={`${id}-hint`}>
        {avatar.cropHint}
      </p>
      <div className="text-faint flex items-center gap-3">
        <ZoomOut aria-hidden className="size-4 shrink-0" />
        <input
          aria-label={avatar.zoom}
          className="accent-primary h-11 w-full min-w-0 rounded-md sm:h-6"
          max={most}
          min={1}
          onChange={({ currentTarget }) => setZoom(currentTarget.valueAsNumber)}
          step={0.05}
          type="range"
          value={zoom}
        />
        <ZoomIn aria-hidden className="size-4 shrink-0" />
      </div>
    </div>
  )
}
