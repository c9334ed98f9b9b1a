import type { CollectionSlug, FlattenedField, PayloadRequest } from 'payload'

/** One field that cannot be stored, in the form of Payload's ValidationError. */
export type FieldError = { message: string; path: string }

type Data = Record<string, unknown>

/**
 * What Payload's own validation lets through and PostgreSQL then refuses, or silently turns into something else: values
 * of another type, text with NUL characters, references to documents that do not exist.
 *
 * @param before the stored document; references that did not change are not looked up again
 */
export async function findFieldErrors(
  fields: FlattenedField[],
  data: Data,
  before: Data | undefined,
  req: PayloadRequest,
): Promise<FieldError[]> {
  const errors: FieldError[] = []
  for (const field of fields) {
    const value = data[field.name]
    if (value === undefined || value === null || ('virtual' in field && field.virtual)) continue
    const message =
      typeError(field, value) ?? (await referenceError(field, value, before?.[field.name], req))
    if (message) errors.push({ message, path: field.name })
  }
  return errors
}

function typeError(field: FlattenedField, value: unknown): null | string {
  switch (field.type) {
    case 'code':
    case 'email':
    case 'radio':
    case 'select':
    case 'text':
    case 'textarea':
      if ('hasMany' in field && field.hasMany) {
        const isList = Array.isArray(value) && value.every(isStorableText)
        return isList ? null : 'Enter a list of texts.'
      }
      return isStorableText(value) ? null : 'Enter a text.'
    default:
      return null
  }
}

function isStorableText(value: unknown): boolean {
  return typeof value === 'string' && !value.includes('\u0000')
}

async function referenceError(
  field: FlattenedField,
  value: unknown,
  before: unknown,
  req: PayloadRequest,
): Promise<null | string> {
  if (field.type !== 'relationship' && field.type !== 'upload') return null
  if (typeof field.relationTo !== 'string' || field.hasMany) return null
  if (!isId(value, field.relationTo, req)) return 'Enter the id of a document.'
  if (value === '' || value === before) return null
  const found = await req.payload.db.findOne({
    collection: field.relationTo,
    req,
    select: {},
    where: { id: { equals: value } },
  })
  return found ? null : 'There is no document with this id.'
}

/** A host's own documents may have numbers. */
function isId(value: unknown, slug: CollectionSlug, { payload }: PayloadRequest): boolean {
  const type = payload.collections[slug].customIDType ?? payload.db.defaultIDType
  return type === 'number' ? Number.isSafeInteger(value) : isStorableText(value)
}
