/*
The contexts of JSON-LD as far as credentials use them: which address a word stands for, of which type its value is, and which contexts a word brings
along. Contexts come from the caller, never from the network.
*/
import { type JsonObject, isObject, listed } from './json.ts'

/** The context of an address (the value of its `@context`); `null` where the caller does not hold it. */
export type LoadContext = (address: string) => unknown

export interface Term {
  /** A full address, a keyword such as `@id`, or `null` for a word that is expressly none. */
  readonly id: string | null
  readonly type: string | undefined
  readonly container: unknown
  readonly context: unknown
}
export interface Definitions {
  readonly get: (word: string) => Term | undefined
  readonly vocab: string | undefined
}
export interface Scope {
  readonly terms: Definitions
}
const nothing: Definitions = { get: () => undefined, vocab: undefined }
export const emptyScope: Scope = { terms: nothing }

/** The scope with one more context in it, or as it was where there is none. */
export function scopeWith(scope: Scope, context: unknown, load: LoadContext): Scope {
  return context === undefined ? scope : listed(context).reduce<Scope>((held, one) => withOne(held, one, load), scope)
}

function withOne(scope: Scope, context: unknown, load: LoadContext): Scope {
  if (context === null) return emptyScope
  if (typeof context === 'string') {
    const loaded = load(context)
    if (loaded === null || loaded === undefined) throw new Error(`the context ${context} is not held here`)
    return scopeWith(scope, loaded, load)
  }
  if (!isObject(context)) throw new Error('a context of another kind')
  for (const keyword of ['@import', '@base', '@language', '@direction', '@propagate'])
    if (context[keyword] !== undefined) throw new Error(`${keyword} in a context`)
  return { terms: definitionsOf(context, scope.terms) }
}

function definitionsOf(context: JsonObject, before: Definitions): Definitions {
  const made = new Map<string, Term>()
  const making = new Set<string>()
  const given = context['@vocab']
  const vocab = typeof given === 'string' ? given : given === null ? undefined : before.vocab
  const get = (word: string): Term | undefined => {
    if (word.startsWith('@') || !Object.hasOwn(context, word)) return before.get(word)
    const known = made.get(word)
    if (known) return known
    if (making.has(word)) throw new Error('a word that is defined by itself')
    making.add(word)
    const term = termOf(word, context[word], definitions)
    making.delete(word)
    made.set(word, term)
    return term
  }
  const definitions: Definitions = { get, vocab }
  return definitions
}

function termOf(word: string, value: unknown, definitions: Definitions): Term {
  if (value === null) return { id: null, type: undefined, container: undefined, context: undefined }
  if (typeof value === 'string')
    return { id: addressOf(word, value, definitions), type: undefined, container: undefined, context: undefined }
  if (!isObject(value)) throw new Error(`the word ${word} is defined as nothing known`)
  if (value['@reverse'] !== undefined || value['@nest'] !== undefined || value['@language'] !== undefined)
    throw new Error('a kind of word that is not read here')
  const { '@id': id, '@type': type, '@container': container, '@context': context } = value
  return {
    id: id === null ? null : addressOf(word, typeof id === 'string' ? id : word, definitions),
    type: typeof type === 'string' ? (type.startsWith('@') ? type : addressOf('', type, definitions)) : undefined,
    container,
    context,
  }
}

function addressOf(word: string, written: string, definitions: Definitions): string {
  if (written.startsWith('@')) return written
  const [, prefix = '', rest = ''] = /^([^:]*):(.*)$/.exec(written) ?? []
  if (written.includes(':')) {
    const base = rest.startsWith('//') || prefix === word ? undefined : definitions.get(prefix)?.id
    return base ? `${base}${rest}` : written
  }
  const base = written === word ? undefined : definitions.get(written)?.id
  if (base) return base
  if (definitions.vocab === undefined) throw new Error(`the word ${written} stands for nothing`)
  return `${definitions.vocab}${written}`
}

/** The address or keyword that a word stands for; `null` where it stands for none. */
export function expanded({ get, vocab }: Definitions, word: string): string | null {
  if (word.startsWith('@')) return word
  const term = get(word)
  if (term) return term.id
  const [, prefix = '', rest = ''] = /^([^:]+):(.*)$/.exec(word) ?? []
  if (prefix !== '') return rest.startsWith('//') || get(prefix)?.id === undefined ? word : `${get(prefix)?.id ?? ''}${rest}`
  return vocab === undefined ? null : `${vocab}${word}`
}
