/** The calendar month of a moment, in UTC: its first moment and that of the next one. */
export function calendarMonth(moment: Date): { end: Date; start: Date } {
  const [year, month] = [moment.getUTCFullYear(), moment.getUTCMonth()]
  return { end: new Date(Date.UTC(year, month + 1)), start: new Date(Date.UTC(year, month)) }
}
