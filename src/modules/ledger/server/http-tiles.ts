/*
The files of the ledger for machines (C2SP tlog-tiles): checkpoint, tiles of hashes, bundles of entries, the public key. Anybody may read them; what
is full never changes and may be kept for ever, what is not and the checkpoint only for a moment.
*/
import { badInput, rawRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, anyone } from '../../../platform/http/route.ts'
import { parse, record, text } from '../../../kernel/schema.ts'
import { entryText } from '../contract.ts'
import { utf8 } from '../domain/bytes.ts'
import { bundleOf } from '../domain/bundle.ts'
import { keyText } from '../domain/note.ts'
import { TILE_WIDTH, type TileName, readTileName, widthIn } from '../domain/tiles.ts'
import { HASH_BYTES } from '../domain/tree.ts'
import { tilesIn } from './grow.ts'
import { type HeadSigner, type LedgerParts, ledgerKey } from './head-signer.ts'
import { headOf } from './read.ts'
import { entriesBetween } from './store.ts'
import { newestHead } from './store-heads.ts'

export const FOR_EVER = 'public, max-age=31536000, immutable'
const FOR_A_MOMENT = 'public, max-age=10'
const PLAIN = 'text/plain; charset=utf-8'

const segment = () => text(12)
const shapes = [
  { path: ':a', params: record({ level: segment(), a: segment() }) },
  { path: ':a/:b', params: record({ level: segment(), a: segment(), b: segment() }) },
  { path: ':a/:b/:c', params: record({ level: segment(), a: segment(), b: segment(), c: segment() }) },
  { path: ':a/:b/:c/:d', params: record({ level: segment(), a: segment(), b: segment(), c: segment(), d: segment() }) },
] as const

export function tileRoutes(parts: LedgerParts, signer: HeadSigner): readonly Route[] {
  return [
    rawRoute({
      method: 'GET',
      path: '/ledger/checkpoint',
      allow: anyone,
      summary: 'The newest signed head of the public ledger, as a signed note (C2SP tlog-checkpoint)',
      answer: async (incoming) => {
        await signer.freshen()
        const head = await incoming.door.read((tx) => headOf(tx, parts.tenant))
        return head ? plain(head.checkpoint, FOR_A_MOMENT) : notFound('ledger-is-empty')
      },
    }),
    rawRoute({
      method: 'GET',
      path: '/ledger/key',
      allow: anyone,
      summary: 'The public key that signs the heads of the ledger, as name+id+key (C2SP signed-note)',
      answer: async (incoming) => plain(`${keyText(await incoming.door.read((tx) => ledgerKey(tx, parts)))}\n`, FOR_A_MOMENT),
    }),
    ...shapes.map(({ path, params }) =>
      rawRoute({
        method: 'GET',
        path: `/ledger/tile/:level/${path}`,
        allow: anyone,
        summary:
          'A tile of the ledger (C2SP tlog-tiles): 256 hashes of a level, or with `entries` the texts; `.p/W` for one that is not full',
        schemas: { params },
        answer: async (incoming) => {
          const found = parse(params, incoming.params)
          if (!found.ok) return badInput(found.faults)
          const { level, ...rest } = found.value
          const name = readTileName([level, ...Object.values(rest)].join('/'))
          return name === null ? notFound('unknown-tile') : answerTile(parts, incoming, name)
        },
      }),
    ),
  ]
}

async function answerTile({ tenant }: LedgerParts, incoming: Incoming, { level, n, width }: TileName): Promise<Reply> {
  const bytes = await incoming.door.read(async (tx) => {
    // Only what lies under a signed head is handed out: nobody sees an entry that we have not yet put our name to.
    const size = (await newestHead(tx, tenant))?.size ?? 0
    if (widthIn(size, level === 'entries' ? 0 : level, n) < width) return null
    if (level === 'entries') {
      const entries = await entriesBetween(tx, tenant, { from: n * TILE_WIDTH, to: n * TILE_WIDTH + width })
      return bundleOf(entries.map((entry) => utf8(entryText(entry))))
    }
    return (await tilesIn(tx, tenant)({ level, n, width })).hashes.slice(0, width * HASH_BYTES)
  })
  if (bytes === null) return notFound('unknown-tile')
  return { status: 200, body: Buffer.from(bytes), contentType: 'application/octet-stream', headers: { 'cache-control': FOR_EVER } }
}

const plain = (body: string, keep: string): Reply => ({ status: 200, body, contentType: PLAIN, headers: { 'cache-control': keep } })
export const notFound = (code: string): Reply => ({ status: 404, body: { refusal: { code, facts: {} } } })
