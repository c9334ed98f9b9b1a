import type { TextField } from 'payload'

/** An allow-list of names or addresses with `*` wildcards. Empty means any. */
export function patternListField(name: string, label: string, description: string): TextField {
  return {
    name,
    label,
    type: 'text',
    admin: { description: `${description} Press Enter after each. Empty: any.` },
    hasMany: true,
    hooks: {
      beforeValidate: [
        ({ value }) =>
          Array.isArray(value)
            ? value.map((entry: unknown) =>
                typeof entry === 'string' ? entry.trim().toLowerCase() : entry,
              )
            : (value as undefined),
      ],
    },
    maxLength: 255,
    maxRows: 100,
  }
}
