/** A code as a hand types it, without regard to spaces, strokes and capitals; nothing is never the same. */
export const isSameCode = (typed: string, code: string): boolean => plain(typed) !== '' && plain(typed) === plain(code)
const plain = (text: string): string => text.replaceAll(/[\s–-]/g, '').toUpperCase()
