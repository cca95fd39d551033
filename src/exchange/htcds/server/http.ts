/*
What the server hears of an import: fingerprints of rows and their coded part, to say which came before in the own organisation. It takes no other field, so that
a program that would send an identity is refused and not obeyed. Opening the cases is done by their own routes. Before that a row is claimed with the number of its case, which is
forgotten as soon as the row is marked as brought: two tries, of one person or of two, then open one case.
*/
import { createHmac, hkdfSync } from 'node:crypto'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { count, id, keyed, listOf, orNull, parse, record, text, yesOrNo } from '../../../kernel/schema.ts'
import type { Database } from '../../../platform/database/connect.ts'
import { badInput, outcomeReply, rawRoute } from '../../../platform/http/build-route.ts'
import { type Route, can } from '../../../platform/http/route.ts'
import { isHtcdsField } from '../fields.ts'
import { AGE_BAND } from '../record.ts'
import { codedNames, isCoded } from '../split-record.ts'
import { isAgeBand } from '../write-rows.ts'
import * as store from './store.ts'

const MOST_ROWS = 2_000
const Source = text(64).regex(/^[0-9a-f]{64}$/, 'not-a-fingerprint')
const Checks = record({ rows: listOf(record({ source: Source, coded: keyed(listOf(text(80), 60)) }), MOST_ROWS) })
const Checked = record({ rows: listOf(record({ isKnown: yesOrNo() }), MOST_ROWS) })
const Claim = record({ source: Source, case: id('case') })
/** `null`: its case is open already. */
const Claimed = record({ case: orNull(id('case')) })
const Brought = record({ sources: listOf(Source, MOST_ROWS) })
const Kept = record({ kept: count() })

export interface HtcdsHouse {
  readonly database: Database
  readonly secret: string
}

/** A field or a value that may stand outside no seal; `null` when there is none. */
function closedField(coded: { readonly [field: string]: readonly string[] }): string | null {
  for (const [name, values] of Object.entries(coded)) {
    if (
      name === AGE_BAND ? values.length === 1 && values.every(isAgeBand) : isHtcdsField(name) && values.every((one) => isCoded(name, one))
    )
      continue
    return codedNames.includes(name) ? name : '?'
  }
  return null
}

export function htcdsRoutes({ database, secret }: HtcdsHouse): readonly Route[] {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'chanzo-imported-source-v1', 32))
  // Of the own organisation alone: that a row is known elsewhere would tell that somebody is helped there.
  const keyedDigest = (organisation: string | null, source: string): string =>
    createHmac('sha256', key)
      .update(`${organisation ?? ''}\n${source}`)
      .digest('hex')
  return [
    rawRoute({
      method: 'POST',
      path: '/api/htcds-imports/checks',
      allow: can('cases.work'),
      summary: 'Which rows of a file were brought before; takes fingerprints and coded answers, refuses whatever could identify',
      schemas: { body: Checks, answer: Checked },
      answer: async ({ body, who, tenant, door }) => {
        const asked = parse(Checks, body)
        if (!asked.ok) return badInput(asked.faults)
        const closed = asked.value.rows.map(({ coded }) => closedField(coded)).find((name) => name !== null)
        if (closed !== undefined && closed !== null) return outcomeReply(refused('import-holds-identity', { field: closed }))
        const digests = asked.value.rows.map(({ source }) => keyedDigest(who.organisation, source))
        const known = await door.read((tx) => store.knownSources(tx, tenant, digests))
        return outcomeReply(accepted({ rows: digests.map((digest) => ({ isKnown: known.has(digest) })) }))
      },
    }),
    rawRoute({
      method: 'POST',
      path: '/api/htcds-imports/claims',
      allow: can('cases.work'),
      summary: 'Under which number the case of a row is opened: the same for whoever of the own organisation tries it again',
      schemas: { body: Claim, answer: Claimed },
      answer: async ({ body, who, tenant, now }) => {
        const asked = parse(Claim, body)
        if (!asked.ok) return badInput(asked.faults)
        const digest = keyedDigest(who.organisation, asked.value.source)
        const claim = { digest, case: asked.value.case, at: now }
        return outcomeReply(accepted({ case: await database.transaction((tx) => store.claimSource(tx, tenant, claim)) }))
      },
    }),
    rawRoute({
      method: 'POST',
      path: '/api/htcds-imports/sources',
      allow: can('cases.work'),
      summary: 'Marks rows as brought, once their cases are open',
      schemas: { body: Brought, answer: Kept },
      answer: async ({ body, who, tenant, now }) => {
        const asked = parse(Brought, body)
        if (!asked.ok) return badInput(asked.faults)
        const digests = asked.value.sources.map((source) => keyedDigest(who.organisation, source))
        await database.transaction((tx) => store.keepSources(tx, tenant, { digests, at: now }))
        return outcomeReply(accepted({ kept: digests.length }))
      },
    }),
  ]
}
