const values = /\nparams: [\s\S]*$/
/** PostgreSQL quotes what it could not read. */
const unreadable = /(?<=: |value )"[^"\n]*"(?=$| is out of range)/gm
const address = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu
const parameter = /([?&][\w.-]{1,64}=)[^&\s"']+/g
const apiKey = /\blm_(?:ext|int)_[\w-]{8,}/g
const token = /(?<![\w-])[\w-]{40,}(?:\.[\w-]{6,}){0,2}/g

/**
 * Takes out of a text what must not be in a log: a statement's values, e-mail addresses, values of an address's query, keys and tokens. What
 * has no form of its own, as licence codes and passwords, has to stay out of messages in the first place.
 */
export function scrub(text: string): string {
  return text
    .replace(values, '')
    .replace(unreadable, '"[value]"')
    .replace(address, '[e-mail]')
    .replace(parameter, '$1[value]')
    .replace(apiKey, '[key]')
    .replace(token, '[token]')
}
