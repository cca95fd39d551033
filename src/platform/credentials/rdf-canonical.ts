/*
A credential as canonical RDF (RDFC-1.0), for `eddsa-rdfc-2022` alone. Not a JSON-LD library: it reads what credentials of the data model 2.0 use
(terms, scoped contexts, types of values) from contexts that the caller holds, and throws for everything else: remote contexts, lists,
languages, words that no context defines, nodes that only a search of graphs could tell apart. Thrown means not verified, so that what is
not understood is never taken as good. Our own credentials are secured with JOSE and do not need this.
*/
import { type Definitions, type LoadContext, type Scope, emptyScope, expanded, scopeWith } from './ld-context.ts'
import { type JsonObject, isObject, listed } from './json.ts'
import { bytesOf } from './encodings.ts'

export type { LoadContext } from './ld-context.ts'

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const XSD = 'http://www.w3.org/2001/XMLSchema#'
interface Quad {
  readonly subject: string
  readonly predicate: string
  readonly object: string
  /** The blank node of the graph in which it is said; '' for the document itself. */
  readonly graph: string
}
interface Writing {
  readonly load: LoadContext
  graph: string
  readonly quads: Quad[]
  blanks: number
}

/** One line for each statement, sorted; throws for what it does not understand. */
export async function canonicalRdf(document: JsonObject, load: LoadContext): Promise<string> {
  const writing: Writing = { load, graph: '', quads: [], blanks: 0 }
  writeNode(document, emptyScope, writing)
  const names = await canonicalNames(writing.quads)
  const lines = writing.quads.map((quad) => line(quad, (blank) => names.get(blank) ?? blank))
  return [...new Set(lines)].toSorted().join('')
}

const iri = (value: string): string => {
  if (!/^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]*$/.test(value)) throw new Error(`not an address: ${value}`)
  return `<${value}>`
}

/** Writes what the object says and answers with its node. */
function writeNode(object: JsonObject, outer: Scope, writing: Writing): string {
  const own = scopeWith(outer, object['@context'], writing.load)
  const types = Object.entries(object)
    .filter(([name]) => expanded(own.terms, name) === '@type')
    .flatMap(([, value]) => listed(value))
  const named = types.map((type) => {
    if (typeof type !== 'string') throw new Error('a type that is no text')
    return type
  })
  // Contexts of types hold for this node alone; what lies in it is read by those of the outside.
  const inner = named.toSorted().reduce((scope, type) => scopeWith(scope, own.terms.get(type)?.context, writing.load), own)
  const id = Object.entries(object).find(([name]) => expanded(inner.terms, name) === '@id')?.[1]
  if (id !== undefined && typeof id !== 'string') throw new Error('an identifier that is no text')
  const node = id === undefined ? `_:b${writing.blanks++}` : id.startsWith('_:') ? fail('a named blank node') : iri(id)
  for (const type of named) say(writing, { subject: node, predicate: iri(RDF_TYPE), object: iri(vocabulary(own.terms, type)) })
  for (const [name, value] of Object.entries(object)) {
    const property = expanded(inner.terms, name)
    if (name === '@context' || property === '@id' || property === '@type') continue
    if (property === null || property.startsWith('@')) throw new Error(`a word that no context defines: ${name}`)
    writeValues({ subject: node, predicate: iri(property) }, value, { name, inner, outer: own, writing })
  }
  return node
}

interface Property {
  readonly name: string
  readonly inner: Scope
  readonly outer: Scope
  readonly writing: Writing
}
const say = (writing: Writing, statement: Omit<Quad, 'graph'>): void => void writing.quads.push({ ...statement, graph: writing.graph })

function writeValues(about: Pick<Quad, 'subject' | 'predicate'>, value: unknown, { name, inner, outer, writing }: Property): void {
  const term = inner.terms.get(name)
  const containers = listed(term?.container)
  if (containers.some((one) => one !== '@set' && one !== '@graph')) throw new Error('a container')
  for (const one of listed(value)) {
    if (one === null) continue
    const scope = scopeWith(isObject(one) ? outer : inner, term?.context, writing.load)
    if (containers.includes('@graph')) say(writing, { ...about, object: graphOf(one, scope, writing) })
    else say(writing, { ...about, object: isObject(one) ? nodeOf(one, scope, writing) : literal(one, term?.type, scope.terms) })
  }
}
/** What is said in a graph of its own: a proof on which another was put. */
function graphOf(value: unknown, scope: Scope, writing: Writing): string {
  if (!isObject(value)) throw new Error('a graph that is no node')
  const outside = writing.graph
  const name = `_:b${writing.blanks++}`
  writing.graph = name
  nodeOf(value, scope, writing)
  writing.graph = outside
  return name
}
function nodeOf(value: JsonObject, scope: Scope, writing: Writing): string {
  if (
    Object.keys(value).some((name) => ['@value', '@list', '@set', '@graph', '@reverse', '@included', '@nest', '@language'].includes(name))
  )
    throw new Error('a value of a kind that is not read here')
  return writeNode(value, scope, writing)
}

function literal(value: unknown, type: string | undefined, terms: Definitions): string {
  if (typeof value === 'string') {
    if (type === '@id') return iri(compact(terms, value))
    if (type === '@vocab') return iri(vocabulary(terms, value))
    if (type === '@json') throw new Error('a value in JSON')
    const quoted = `"${escaped(value)}"`
    return type === undefined || type === '@none' ? quoted : `${quoted}^^${iri(type)}`
  }
  if (typeof value === 'boolean') return `"${value}"^^${iri(type ?? `${XSD}boolean`)}`
  if (typeof value === 'number' && Number.isSafeInteger(value) && type !== `${XSD}double`)
    return `"${value}"^^${iri(type ?? `${XSD}integer`)}`
  throw new Error('a value that is not read here')
}
const vocabulary = (terms: Definitions, word: string): string => expanded(terms, word) ?? fail(`a word that no context defines: ${word}`)
/** `prefix:rest` where the prefix is a term; else the text. */
function compact(terms: Definitions, value: string): string {
  const [, prefix = '', rest = ''] = /^([^:/]+):(?!\/\/)(.*)$/.exec(value) ?? []
  const base = terms.get(prefix)?.id
  return prefix !== '' && base !== undefined && base !== null && /[/#?:[\]@]$/.test(base) ? `${base}${rest}` : value
}
function fail(sentence: string): never {
  throw new Error(sentence)
}
const escapes: { readonly [character: string]: string } = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
}
const escaped = (value: string): string =>
  Array.from(value, (one) => {
    const code = one.codePointAt(0) ?? 0
    const plain = code >= 0x20 && code !== 0x7f
    return escapes[one] ?? (plain ? one : `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`)
  }).join('')

const line = ({ subject, predicate, object, graph }: Quad, name: (blank: string) => string): string => {
  const written = (node: string): string => (node.startsWith('_:') ? name(node) : node)
  return `${written(subject)} ${predicate} ${written(object)}${graph === '' ? '' : ` ${written(graph)}`} .\n`
}

/** Names in the order of the hashes of what is said of each; two that are said alike are refused. */
async function canonicalNames(quads: readonly Quad[]): Promise<ReadonlyMap<string, string>> {
  const blanks = [
    ...new Set(quads.flatMap(({ subject, object, graph }) => [subject, object, graph]).filter((node) => node.startsWith('_:'))),
  ]
  const hashed = await Promise.all(
    blanks.map(async (blank) => {
      const about = quads.filter(({ subject, object, graph }) => [subject, object, graph].includes(blank))
      const text = about
        .map((quad) => line(quad, (other) => (other === blank ? '_:a' : '_:z')))
        .toSorted()
        .join('')
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(text)))
      return { blank, hash: Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('') }
    }),
  )
  if (new Set(hashed.map(({ hash }) => hash)).size !== hashed.length) throw new Error('nodes that are said alike')
  const ordered = hashed.toSorted((one, other) => (one.hash < other.hash ? -1 : 1))
  return new Map(ordered.map(({ blank }, at) => [blank, `_:c14n${at}`]))
}
