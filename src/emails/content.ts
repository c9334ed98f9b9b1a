/** What a mail says, before it has a form. */
export type MailContent = {
  body: string
  button?: { label: string; url: string }
  /** Names and values that stand in a small table. */
  facts?: [string, string][]
  greeting?: string
  note?: string
  subject: string
}
