/*
GS1 Digital Links in and out. A link may stand at any domain and under any path, with numbers or names of the keys, with attributes
behind it; what identifies is the key with its finest qualifier, and that is all that we keep.
*/
import { type Gs1Key, aiByName, keyForms, keyOf } from './gs1-keys.ts'
import { decoded, encodedForLink } from './percent.ts'

const link = /^https?:\/\/([^/?#]+)(\/[^?#]*)(?:\?[^#]*)?(?:#.*)?$/i

/** `null`: no Digital Link. */
export function keyOfDigitalLink(uri: string): Gs1Key | null {
  const segments = segmentsOf(uri)
  if (!segments) return null
  for (let start = 0; start + 1 < segments.length; start += 1) {
    const key = keyAt(segments.slice(start))
    if (key) return key
  }
  return null
}
export const isAtGs1 = (uri: string): boolean => link.exec(uri)?.[1]?.toLowerCase() === 'id.gs1.org'

/** Its path begins with the number or the name of a key, whatever follows. */
export function namesAKey(uri: string): boolean {
  const first = segmentsOf(uri)?.[0] ?? ''
  return keyForms.has(aiByName.get(first) ?? first)
}

/** The one spelling that we keep: GS1's own domain, numbers, no query. */
export function digitalLinkOf({ ai, value, qualifier }: Gs1Key): string {
  const base = `https://id.gs1.org/${ai}/${encodedForLink(value)}`
  return qualifier ? `${base}/${qualifier.ai}/${encodedForLink(qualifier.value)}` : base
}

function segmentsOf(uri: string): readonly string[] | null {
  const path = link.exec(uri)?.[2]
  if (path === undefined) return null
  return path.replace(/\/$/, '').split('/').slice(1)
}

function keyAt(segments: readonly string[]): Gs1Key | null {
  const [name = '', value = '', ...rest] = segments
  const ai = aiByName.get(name) ?? name
  const plain = decoded(value)
  if (!keyForms.has(ai) || plain === null || rest.length % 2 !== 0) return null
  const said = new Map<string, string>()
  for (let at = 0; at < rest.length; at += 2) {
    const qualifier = aiByName.get(rest[at] ?? '') ?? rest[at] ?? ''
    const part = decoded(rest[at + 1] ?? '')
    if (part === null || said.has(qualifier)) return null
    said.set(qualifier, part)
  }
  return keyOf(ai, plain, said)
}
