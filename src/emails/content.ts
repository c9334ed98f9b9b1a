/** A file of a mail. */
export type MailAttachment = { content: string; contentType: string; filename: string }

/** What a mail says, before it has a form. */
export type MailContent = {
  /** Files that come along. */
  attachments?: MailAttachment[]
  body: string
  button?: { label: string; url: string }
  /** Names and values that stand in a small table. */
  facts?: [string, string][]
  greeting?: string
  note?: string
  subject: string
}
