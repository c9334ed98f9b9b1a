/** What the settings say of slots that customers free by a link. Null is as never saved. */
type SlotLinkSettings = {
  allowCustomerDeactivation?: boolean | null
  enableActivationsPage?: boolean | null
  slotReleasesPerMonth: number
}

/** Whether customers may free slots by a link at all: not where they may not deactivate. */
export function areSlotLinksOn({
  allowCustomerDeactivation,
  enableActivationsPage,
  slotReleasesPerMonth,
}: SlotLinkSettings): boolean {
  return (
    slotReleasesPerMonth > 0 &&
    allowCustomerDeactivation !== false &&
    enableActivationsPage !== false
  )
}
