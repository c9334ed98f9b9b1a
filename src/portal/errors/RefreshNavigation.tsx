'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/**
 * Has the layout rendered again. What stands under an address that is not there was rendered with the layout, perhaps long
 * before; the link that led here may have been switched off since.
 */
export function RefreshNavigation() {
  const router = useRouter()

  useEffect(() => router.refresh(), [router])

  return null
}
