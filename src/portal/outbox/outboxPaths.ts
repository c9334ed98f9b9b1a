/** Addresses of the outbox. */
export const outboxPaths = {
  html: (id: string) => `/dev/outbox/html?mail=${encodeURIComponent(id)}`,
  list: '/dev/outbox',
  mail: (id: string) => `/dev/outbox?mail=${encodeURIComponent(id)}`,
}
