/** A stored file that may be read once. */
export type StoredFile = {
  /** To be called where `stream` is not. */
  close: () => Promise<void>
  /** In bytes. */
  size: number
  /** All of it, or a part with both ends included. */
  stream: (range?: { end: number; start: number }) => Promise<ReadableStream<Uint8Array>>
}

/** The collections whose files are stored. */
export type StoredCollection = 'avatars' | 'release-files'

/** Where the bytes of uploaded files are. Names are only ever the last part of a path, whatever they hold. */
export type FileStorage = {
  /** @returns null where the file is gone */
  open: (collection: StoredCollection, filename: string) => Promise<null | StoredFile>
  /** Removes a file; one that is gone is as good. */
  remove: (collection: StoredCollection, filename: string) => Promise<void>
}
