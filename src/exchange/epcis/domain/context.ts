/*
What prefixes mean. EPCIS lets a document, and each event, bind prefixes of its own in `@context`; the same name under two prefixes is
one name. Addresses in a context are never fetched: of GS1's own file we know the prefixes, of anybody else's nothing.
*/
import { type Json, isList, isObject, isText } from './json.ts'
import { standardPrefixes } from './terms.ts'

export type Prefixes = ReadonlyMap<string, string>

/** Bindings that the context itself declares, later ones over earlier ones. */
export function declaredPrefixes(context: Json | undefined): Prefixes {
  const bound = new Map<string, string>()
  for (const part of isList(context) ? context : [context]) {
    if (!isObject(part)) continue
    for (const [prefix, meaning] of Object.entries(part)) {
      const uri = isObject(meaning) ? meaning['@id'] : meaning
      if (!prefix.startsWith('@') && isText(uri)) bound.set(prefix, uri)
    }
  }
  return bound
}

/** All that a name may use: GS1's prefixes, then `extensions` from outside, then what the document binds. */
export function prefixesOf(context: Json, extensions: Prefixes = new Map()): Prefixes {
  return new Map([...standardPrefixes, ...extensions, ...declaredPrefixes(context), ['gs1', standardPrefixes.get('gs1') ?? '']])
}

/** `example:myField` → `https://ns.example.com/epcis/myField`; a name without a known prefix stays. */
export function expandName(name: string, prefixes: Prefixes): string {
  const colon = name.indexOf(':')
  const bound = colon > 0 ? prefixes.get(name.slice(0, colon)) : undefined
  return bound === undefined ? name : bound + name.slice(colon + 1)
}

/** One context out of the document's and the event's own. */
export function joinedContext(document: Json, own: Json | undefined): Json {
  if (own === undefined) return document
  const list = (part: Json): readonly Json[] => (part === null ? [] : isList(part) ? part : [part])
  return [...list(document), ...list(own)]
}
