/*
Looks for words in whatever a machine keeps: every word is looked for as it stands, in two bytes a letter, in hexadecimal and in base64 at each of its
three beginnings, in files of any size. It knows nothing of what is searched; a find says where, which word and how it was spelled, never what stood
around it.
*/
import { createReadStream } from 'node:fs'

/** What must be nowhere, by what it is: `name`, `telephone` … A word has at least twelve letters, all of ASCII, so that nothing is found by chance. */
export type Canaries = { readonly [what: string]: string }
export interface Find {
  readonly place: string
  readonly what: string
  readonly spelled: string
}
/** Where something may lie: bytes, piece after piece. */
export interface Place {
  readonly name: string
  readonly pieces: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}
interface Needle {
  readonly what: string
  readonly spelled: string
  readonly bytes: Buffer
}

/** The letters of base64 that depend on the word alone, whichever of three places of a group it begins at. */
function base64At(word: string, before: 0 | 1 | 2): string {
  const whole = Buffer.from('x'.repeat(before) + word).toString('base64')
  const from = before === 0 ? 0 : before + 1
  const letters = Math.floor(((before + word.length) * 8) / 6)
  return whole.slice(from, letters)
}
const urlSafe = (text: string): string => text.replaceAll('+', '-').replaceAll('/', '_')

export function needlesOf(canaries: Canaries): readonly Needle[] {
  return Object.entries(canaries).flatMap(([what, word]) => {
    if (word.length < 12 || /[^ -~]/.test(word)) throw new Error(`the canary "${what}" could be found by chance, or missed`)
    const spellings: [string, string | Buffer][] = [
      ['utf8', word],
      ['utf16le', Buffer.from(word, 'utf16le')],
      ['utf16be', Buffer.from(word, 'utf16le').swap16()],
      ['hexadecimal', Buffer.from(word).toString('hex')],
      ['HEXADECIMAL', Buffer.from(word).toString('hex').toUpperCase()],
      ['in an address', encodeURIComponent(word)],
      ['in a form', encodeURIComponent(word).replaceAll('%20', '+')],
      ['without spaces', word.replaceAll(' ', '')],
      ...([0, 1, 2] as const).flatMap((before): [string, string][] => [
        [`base64 at ${before}`, base64At(word, before)],
        [`base64url at ${before}`, urlSafe(base64At(word, before))],
      ]),
    ]
    const seen = new Set<string>()
    return spellings
      .map(([spelled, text]) => ({ what, spelled, bytes: Buffer.from(text) }))
      .filter(({ bytes }) => {
        const known = bytes.toString('hex')
        return !seen.has(known) && seen.add(known)
      })
  })
}

/** Every word at most once a place and spelling. Cost: one pass of the bytes for each spelling, about a second for 150 MB and six words. */
export async function search(place: Place, canaries: Canaries): Promise<readonly Find[]> {
  const left = new Set(needlesOf(canaries))
  const longest = Math.max(...[...left].map(({ bytes }) => bytes.length))
  const finds: Find[] = []
  let tail = Buffer.alloc(0)
  for await (const piece of place.pieces()) {
    const here = Buffer.concat([tail, piece])
    for (const needle of left) {
      if (!here.includes(needle.bytes)) continue
      left.delete(needle)
      finds.push({ place: place.name, what: needle.what, spelled: needle.spelled })
    }
    // What begins here and ends in the next piece.
    tail = here.subarray(Math.max(0, here.length - longest + 1))
  }
  return finds
}
export async function searchAll(places: readonly Place[], canaries: Canaries): Promise<readonly Find[]> {
  const all = []
  for (const place of places) all.push(...(await search(place, canaries)))
  return all
}

export const fileAt = (name: string, path: string): Place => ({ name, pieces: () => createReadStream(path, { highWaterMark: 1 << 22 }) })
export const textOf = (name: string, text: string): Place => ({ name, pieces: () => [Buffer.from(text)] })
