/*
The whole record of a tenant, copied out of the database in its own binary form and laid out as a graph: no object for a row, no text for a
number. It runs inside the transaction of the caller, so lots and draws are of one moment.
*/
import type { Connection, PoolClient, Submittable } from 'pg'
import { type Builder, createBuilder, emptyDraw, emptyLot } from '../../domain/tracing/build.ts'
import { type Graph, GraphFault, NO_SITE, codeOf, wordsOfId } from '../../domain/tracing/graph.ts'
import { quoted, wholeDraws, wholeLots } from './store-graph.ts'

/** Signature, flags and the length of an extension. */
const HEADER = 19
const NULL_LENGTH = -1

/** Calls `see` with the bytes and the begin of every row; the row is only there during the call. */
function copyOut(client: PoolClient, query: string, see: (bytes: Buffer, at: number) => void): Promise<void> {
  return new Promise((done, failed) => {
    let begun = false
    let rest: Buffer = Buffer.alloc(0)
    let fault: Error | null = null
    const take = (chunk: Buffer): void => {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      let at = 0
      if (!begun) {
        if (bytes.length < HEADER) return void (rest = bytes)
        begun = true
        at = HEADER + bytes.readInt32BE(HEADER - 4)
      }
      for (let end = endOfRow(bytes, at); end !== -1; end = endOfRow(bytes, at)) {
        if (end > at + 2) see(bytes, at)
        at = end
      }
      rest = at === bytes.length ? Buffer.alloc(0) : bytes.subarray(at)
    }
    const reader = {
      submit: (connection: Connection) => connection.query(`copy (${query}) to stdout (format binary)`),
      handleCopyData: ({ chunk }: { readonly chunk: Buffer }) => {
        if (fault) return
        try {
          take(chunk)
        } catch (error) {
          fault = error instanceof Error ? error : new Error(String(error))
        }
      },
      handleError: (error: Error) => failed(error),
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => (fault ? failed(fault) : done()),
      handleRowDescription: () => undefined,
    } satisfies Submittable & Record<string, unknown>
    client.query(reader)
  })
}

/** Where the row that begins at `at` ends; -1 when it is not all there yet. */
function endOfRow(bytes: Buffer, at: number): number {
  if (at + 2 > bytes.length) return -1
  const fields = bytes.readInt16BE(at)
  let next = at + 2
  for (let field = 0; field < fields; field++) {
    if (next + 4 > bytes.length) return -1
    const length = bytes.readInt32BE(next)
    next += 4 + Math.max(0, length)
  }
  return next > bytes.length ? -1 : next
}

/** Numbers for identifiers by half of their words; two that share it would be refused, not mistaken. */
function numbersOf(ids: readonly string[]): (bytes: Buffer, at: number) => number {
  const known = new Map<number, number>()
  for (const [n, id] of ids.entries()) {
    const [, , c, d] = wordsOfId(id)
    const key = (c & 0x1f_ffff) * 4_294_967_296 + d
    if (known.has(key)) throw new GraphFault('too-many-names', id)
    known.set(key, n)
  }
  return (bytes, at) => known.get((bytes.readUInt32BE(at + 8) & 0x1f_ffff) * 4_294_967_296 + bytes.readUInt32BE(at + 12)) ?? NO_SITE
}

export interface RecordSize {
  readonly lots: number
  readonly draws: number
}
export async function copyRecord(
  client: PoolClient,
  tenant: string,
  { size, names }: { readonly size: RecordSize; readonly names: { readonly sites: string[]; readonly holders: string[] } },
): Promise<Graph> {
  const builder = createBuilder(size)
  const scope = quoted(tenant)
  await copyOut(client, wholeLots(scope), lotReader(builder, names))
  await copyOut(client, wholeDraws(scope), drawReader(builder))
  return builder.finish(names)
}

/** The columns of `wholeLots`, in their order. */
function lotReader(builder: Builder, names: { readonly sites: readonly string[]; readonly holders: readonly string[] }) {
  const lot = emptyLot()
  const [siteOf, holderOf] = [numbersOf(names.sites), numbersOf(names.holders)]
  return (bytes: Buffer, at: number): void => {
    lot.a = bytes.readUInt32BE(at + 6)
    lot.b = bytes.readUInt32BE(at + 10)
    lot.c = bytes.readUInt32BE(at + 14)
    lot.d = bytes.readUInt32BE(at + 18)
    let next = at + 26
    const [kind, mineral, fine] = [bytes.readInt32BE(next), bytes.readInt32BE(next + 8), bytes.readInt32BE(next + 16)]
    if (kind < 0 || mineral < 0) throw new GraphFault('unknown-code')
    lot.code = codeOf(kind, mineral, fine === 1)
    next += 24
    lot.mass = wide(bytes, next)
    lot.least = wide(bytes, next + 12)
    lot.produced = bytes.readInt32BE(next + 24)
    lot.formed = bytes.readInt32BE(next + 32)
    next += 36
    const hasSite = bytes.readInt32BE(next) !== NULL_LENGTH
    next += 4
    lot.site = hasSite ? siteOf(bytes, next) : NO_SITE
    if (hasSite) next += 16
    lot.holder = holderOf(bytes, next + 4)
    next += 24
    lot.flags = bytes.readInt32BE(next)
    lot.position = wide(bytes, next + 8)
    builder.addLot(lot)
  }
}
function drawReader(builder: Builder) {
  const draw = emptyDraw()
  return (bytes: Buffer, at: number): void => {
    draw.intoA = bytes.readUInt32BE(at + 6)
    draw.intoB = bytes.readUInt32BE(at + 10)
    draw.intoC = bytes.readUInt32BE(at + 14)
    draw.intoD = bytes.readUInt32BE(at + 18)
    draw.fromA = bytes.readUInt32BE(at + 26)
    draw.fromB = bytes.readUInt32BE(at + 30)
    draw.fromC = bytes.readUInt32BE(at + 34)
    draw.fromD = bytes.readUInt32BE(at + 38)
    draw.drawn = wide(bytes, at + 46)
    builder.addDraw(draw)
  }
}
/** Eight bytes as a number; amounts and places are far below 2⁵³. */
const wide = (bytes: Buffer, at: number): number => bytes.readInt32BE(at) * 4_294_967_296 + bytes.readUInt32BE(at + 4)
