'use client'

import { SearchIcon, useAuth } from '@payloadcms/ui'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'

import { useTexts } from '../i18n/useTexts'
import './search.css'
import { SearchPanel } from './SearchPanel'
import { searchTexts } from './texts'

/** The search of customers, licences and activations, in the header of every page: by click, ⌘K or Ctrl+K. */
export function AdminSearch() {
  const texts = useTexts(searchTexts)
  const { user } = useAuth()
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const isMac = useSyncExternalStore(never, onMac, () => false)

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const isShortcut = (event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey
      // Editors have links on the same keys, and answer first.
      if (!isShortcut || event.key.toLowerCase() !== 'k' || event.defaultPrevented) return
      event.preventDefault()
      setIsOpen((wasOpen) => !wasOpen)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  useEffect(() => {
    // The browser keeps focus inside, closes on Escape and gives focus back.
    if (isOpen) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isOpen])

  if (!user) return null
  return (
    <>
      <button
        aria-haspopup="dialog"
        aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}
        aria-label={texts.open}
        className="admin-search__open"
        onClick={() => setIsOpen(true)}
        type="button"
      >
        <SearchIcon />
        <span className="admin-search__label">{texts.open}</span>
        <kbd>{isMac ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <dialog
        aria-label={texts.open}
        className="admin-search"
        closedby="any"
        onClose={() => setIsOpen(false)}
        ref={dialog}
      >
        {isOpen && <SearchPanel onClose={() => setIsOpen(false)} />}
      </dialog>
    </>
  )
}

const never = () => () => undefined

const onMac = () => /Mac|iPhone|iPad/.test(navigator.platform)
