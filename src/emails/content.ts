/** A file of a mail. */
export type MailAttachment = { content: string; contentType: string; filename: string }

/** Whose mails they are, as the settings say. `color` is a CSS colour. */
export type MailBrand = {
  color: string
  logoUrl: null | string
  name: string
  supportEmail: null | string
}

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
