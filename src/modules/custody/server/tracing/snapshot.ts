/*
The laid-out graph as one file in the data folder, so that a start need not read the record again. A line of JSON says what follows, then
every array as it lies in memory. Refused, and then built anew from the record: a file of another version, of another tenant, of another
history (the hash of the log's entry does not fit), made before the read tables were made anew, cut short, or with one changed byte.
It is written beside its place and moved there whole.
*/
import { closeSync, fsyncSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import { type Infer, count, exactly, listOf, parse, record, text } from '../../../../kernel/schema.ts'
import type { Amounts, Graph } from '../../domain/tracing/graph.ts'
import type { LogPlace } from './store-graph.ts'

const FORMAT = 'chanzo-trace-3'
const Column = record({ name: text(20), bytes: count(), crc: count() })
const Header = record({
  format: exactly(FORMAT),
  tenant: text(),
  position: count(),
  hash: text(),
  madeAt: text(),
  rootCount: count(),
  baseCount: count(),
  edgeCount: count(),
  columns: listOf(Column, 60),
})
type Header = Infer<typeof Header>
const HEADER_ROOM = 8_192
/** Small enough that what was read is still near when it is summed. */
const PIECE = 1024 * 1024

const WIDE = [
  'siteStart',
  'firstOut',
  'ids',
  'idOrder',
  'inStart',
  'source',
  'edgeBlock',
  'moreNode',
  'moreStart',
  'moreEdge',
  'siteGroup',
  'groupStart',
  'groupInto',
  'groupWhole',
  'madeGroupStart',
  'madeGroup',
] as const
const SHORT = [
  'produced',
  'formed',
  'site',
  'holder',
  'flags',
  'oldest',
  'newest',
  'groupFrom',
  'groupTo',
  'groupSite',
  'groupMarks',
] as const
/** Four bytes each or eight: their number says which. */
const AMOUNTS = ['mass', 'drawn'] as const

/** Only of a graph that was just laid out. */
export function writeSnapshot(file: string, graph: Graph, at: LogPlace & { readonly tenant: string }): void {
  const names = Buffer.from(JSON.stringify({ sites: graph.sites, holders: graph.holders }))
  const gained = Uint32Array.from([...graph.explained].flat())
  const parts: { name: string; bytes: Uint8Array }[] = [
    ...WIDE.map((name) => ({ name, bytes: bytesOf(graph[name]) })),
    ...SHORT.map((name) => ({ name, bytes: bytesOf(graph[name]) })),
    ...AMOUNTS.map((name) => ({ name, bytes: bytesOf(graph[name]) })),
    { name: 'intake', bytes: bytesOf(graph.intake) },
    { name: 'code', bytes: graph.code },
    { name: 'explained', bytes: bytesOf(gained) },
    { name: 'names', bytes: names },
  ]
  const columns = parts.map(({ name, bytes }) => ({ name, bytes: bytes.byteLength, crc: crc32(bytes) }))
  const { tenant, position, hash, madeAt } = at
  const { rootCount, baseCount, edgeCount } = graph
  const header: Header = { format: FORMAT, tenant, position, hash, madeAt, rootCount, baseCount, edgeCount, columns }
  const waiting = `${file}.part`
  mkdirSync(dirname(file), { recursive: true })
  const handle = openSync(waiting, 'w', 0o600)
  try {
    writeSync(handle, Buffer.from(JSON.stringify(header).padEnd(HEADER_ROOM - 1)))
    writeSync(handle, '\n')
    for (const { bytes } of parts)
      for (let from = 0; from < bytes.byteLength;) from += writeSync(handle, bytes, from, Math.min(PIECE, bytes.byteLength - from))
    fsyncSync(handle)
  } catch (error) {
    rmSync(waiting, { force: true })
    throw error
  } finally {
    closeSync(handle)
  }
  renameSync(waiting, file)
}
const bytesOf = (array: Uint32Array | Uint16Array | Float64Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength)

export interface Snapshot {
  readonly graph: Graph
  readonly position: number
  readonly hash: string
  readonly madeAt: string
}
/** `null` for whatever is not a whole snapshot of this tenant in this version. */
export function readSnapshot(file: string, tenant: string): Snapshot | null {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch {
    return null
  }
  try {
    const header = headerOf(handle)
    if (!header || header.tenant !== tenant) return null
    const parts = new Map<string, ArrayBuffer>()
    for (const { name, bytes, crc } of header.columns) {
      const content = new Uint8Array(bytes)
      let sum = 0
      for (let at = 0; at < bytes;) {
        const read = readSync(handle, content, at, Math.min(PIECE, bytes - at), null)
        if (read === 0) return null
        sum = crc32(content.subarray(at, at + read), sum)
        at += read
      }
      if (sum !== crc) return null
      parts.set(name, content.buffer)
    }
    return { graph: graphFrom(header, parts), position: header.position, hash: header.hash, madeAt: header.madeAt }
  } catch {
    return null
  } finally {
    closeSync(handle)
  }
}

function headerOf(handle: number): Header | null {
  const bytes = Buffer.alloc(HEADER_ROOM)
  if (readSync(handle, bytes, 0, HEADER_ROOM, 0) !== HEADER_ROOM) return null
  // The arrays follow where the header ends.
  readSync(handle, Buffer.alloc(HEADER_ROOM), 0, HEADER_ROOM, null)
  const found = parse(Header, JSON.parse(bytes.toString('utf8')))
  return found.ok ? found.value : null
}

function graphFrom(header: Header, parts: ReadonlyMap<string, ArrayBuffer>): Graph {
  const bufferOf = (name: string): ArrayBuffer => {
    const found = parts.get(name)
    if (!found) throw new Error(`a snapshot without ${name}`)
    return found
  }
  const wide = (name: (typeof WIDE)[number]) => new Uint32Array(bufferOf(name))
  const short = (name: (typeof SHORT)[number]) => new Uint16Array(bufferOf(name))
  const amounts = (name: (typeof AMOUNTS)[number], length: number): Amounts =>
    bufferOf(name).byteLength === 8 * length && length > 0 ? new Float64Array(bufferOf(name)) : new Uint32Array(bufferOf(name))
  const names = parse(
    record({ sites: listOf(text(), 70_000), holders: listOf(text(), 70_000) }),
    JSON.parse(Buffer.from(bufferOf('names')).toString('utf8')),
  )
  if (!names.ok) throw new Error('a snapshot without names')
  const pairs = new Uint32Array(bufferOf('explained'))
  const explained = new Map<number, number>()
  for (let n = 0; n < pairs.length; n += 2) explained.set(pairs[n] ?? 0, pairs[n + 1] ?? 0)
  const { rootCount, baseCount, edgeCount } = header
  return {
    ...{ rootCount, baseCount, count: baseCount, edgeCount, sites: names.value.sites, holders: names.value.holders },
    ...{
      siteStart: wide('siteStart'),
      mass: amounts('mass', baseCount),
      firstOut: wide('firstOut'),
      ids: wide('ids'),
      idOrder: wide('idOrder'),
    },
    ...{ inStart: wide('inStart'), source: wide('source'), drawn: amounts('drawn', edgeCount), edgeBlock: wide('edgeBlock') },
    ...{ moreNode: wide('moreNode'), moreStart: wide('moreStart'), moreEdge: wide('moreEdge') },
    ...{ produced: short('produced'), formed: short('formed'), site: short('site'), holder: short('holder'), flags: short('flags') },
    ...{ intake: new Float64Array(bufferOf('intake')), oldest: short('oldest'), newest: short('newest') },
    ...{ siteGroup: wide('siteGroup'), groupStart: wide('groupStart'), groupInto: wide('groupInto'), groupWhole: wide('groupWhole') },
    ...{ groupFrom: short('groupFrom'), groupTo: short('groupTo'), groupSite: short('groupSite'), groupMarks: short('groupMarks') },
    ...{ madeGroupStart: wide('madeGroupStart'), madeGroup: wide('madeGroup') },
    ...{ code: new Uint8Array(bufferOf('code')), explained, lateIds: new Map(), lateMore: new Map(), lateRoots: new Map() },
  }
}
