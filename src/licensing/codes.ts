/** The default format of licence codes: 28 random characters, 140 bits. */
export const defaultCodeFormat = 'XXXXXXX-XXXXXXX-XXXXXXX-XXXXXXX'
