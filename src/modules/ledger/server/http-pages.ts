/* The ledger for people: its page, what stands under a number, and the offline proof of an entry as a file to keep. No account is asked for. */
import { accepted } from '../../../kernel/outcome.ts'
import { count, instant, listOf, maybe, orNull, parse, record, text, yesOrNo } from '../../../kernel/schema.ts'
import { badInput, rawRoute, readRoute } from '../../../platform/http/build-route.ts'
import { type Route, anyone } from '../../../platform/http/route.ts'
import { keyText, readNote } from '../domain/note.ts'
import { ledgerPage } from '../page/ledger-page.ts'
import { type HeadSigner, type LedgerParts, ledgerKey } from './head-signer.ts'
import { notFound } from './http-tiles.ts'
import { type TileMemory, headOf, proofOf } from './read.ts'
import { entriesUnder, newestEntries } from './store.ts'

const NEWEST = 25
const entryQuery = record({ number: text(200), kind: maybe(text(40)), sha256: maybe(text(64)) })
const EntryAnswer = record({ index: count(), kind: text(), number: text(), sha256: text(), isSigned: yesOrNo() })
const HeadAnswer = record({ name: text(), key: text(), head: orNull(record({ size: count(), root: text(), signedAt: instant() })) })
const EntriesAnswer = record({ size: orNull(count()), entries: listOf(EntryAnswer, 100) })

export function ledgerPages(parts: LedgerParts, signer: HeadSigner, memory: TileMemory): readonly Route[] {
  const { tenant, baseUrl } = parts
  return [
    rawRoute({
      method: 'GET',
      path: '/ledger',
      allow: anyone,
      summary: 'The public ledger for people: what it is, its signed head, the newest entries, how to check it',
      answer: async ({ door, language }) => {
        const signing = await signer.freshen()
        const page = await door.read(async (tx) => {
          const [head, key, entries] = [await headOf(tx, tenant), await ledgerKey(tx, parts), await newestEntries(tx, tenant, NEWEST)]
          const witnesses = (readNote(head?.checkpoint ?? '')?.signatures ?? []).map((one) => one.name).filter((name) => name !== key.name)
          const stoppedAt = signing.ok ? null : signing.signedSize
          const address = `${baseUrl.replace(/\/+$/, '')}/ledger`
          return ledgerPage({ name: key.name, key: keyText(key), address, head, witnesses, entries, stoppedAt }, language)
        })
        return { status: 200, body: page.html, contentType: 'text/html; charset=utf-8' }
      },
    }),
    readRoute({
      path: '/api/ledger/head',
      allow: anyone,
      summary: 'Name, key and newest signed head of the public ledger, as papers print them',
      answer: HeadAnswer,
      read: async ({ tx }) => {
        const [head, key] = [await headOf(tx, tenant), await ledgerKey(tx, parts)]
        return accepted({ name: key.name, key: keyText(key), head: head && { size: head.size, root: head.root, signedAt: head.signedAt } })
      },
    }),
    readRoute({
      path: '/api/ledger/entries',
      allow: anyone,
      summary: 'What stands in the public ledger under a number, newest first',
      query: record({ number: text(200) }),
      answer: EntriesAnswer,
      read: async ({ tx, query }) => {
        const head = await headOf(tx, tenant)
        const entries = await entriesUnder(tx, tenant, query.number.replaceAll(/\s+/g, ' ').trim())
        return accepted({
          size: head?.size ?? null,
          entries: entries.map((entry) => ({ ...entry, isSigned: entry.index < (head?.size ?? 0) })),
        })
      },
    }),
    rawRoute({
      method: 'GET',
      path: '/ledger/proof',
      allow: anyone,
      summary:
        'The offline proof (C2SP tlog-proof) of the newest entry under a number, also of one kind or hash: a text to keep with the paper',
      schemas: { query: entryQuery },
      answer: async (incoming) => {
        const query = parse(entryQuery, incoming.query)
        if (!query.ok) return badInput(query.faults)
        const { number, kind, sha256 } = query.value
        await signer.freshen()
        const asked = { number, kind: kind ?? null, sha256: sha256 ?? null }
        const proof = await incoming.door.read((tx) => proofOf(tx, tenant, { asked, memory }))
        if (proof === null) return notFound('unknown-ledger-entry')
        const file = `${number.replaceAll(/[^A-Za-z0-9]+/g, '-').slice(0, 60)}.tlog-proof`
        const headers = { 'cache-control': 'no-cache', 'content-disposition': `inline; filename="${file}"` }
        return { status: 200, body: proof, contentType: 'text/plain; charset=utf-8', headers }
      },
    }),
  ]
}
