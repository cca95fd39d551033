/*
Routes of hits and their review. A hit out of sight answers like one that does not exist. Closing releases in the same transaction what the
hit held, unless it is confirmed or another open hit holds the lot as well.
*/
import { randomBytes } from 'node:crypto'
import { addDays, startOf, todayAt } from '../../../../kernel/calendar.ts'
import { uuidV7 } from '../../../../kernel/ids.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { asId, listOf, orNull, record } from '../../../../kernel/schema.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Door, type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Moment } from '../../../../platform/log/aggregate.ts'
import type { CommandEnvelope, Receipt } from '../../../../platform/log/receipt.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import * as words from '../../contract-plausibility.ts'
import { HitId } from '../../contract-plausibility.ts'
import type { HitCommand, HitContext } from '../../domain/plausibility/hit.ts'
import type { CustodyDoors } from '../doors.ts'
import { lotFacts } from '../lots/facts.ts'
import { lotAggregate } from '../lots/lot-commands.ts'
import { oversees, sightOf } from '../lots/sight.ts'
import { hitAggregate } from './aggregates.ts'
import { hitDetail, hitSummaries } from './hit-answers.ts'
import { findHit, listHitLots, listHits, listParties, listSteps } from './store-hits.ts'

const PAGE = 100
const params = record({ hit: HitId })
interface Asked {
  readonly door: Door
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
  readonly now: string
}

export const hitRoutes = (doors: CustodyDoors): readonly Route[] => [...readRoutes(doors), ...reviewRoutes(doors)]

function readRoutes(doors: CustodyDoors): readonly Route[] {
  return [
    readRoute({
      path: '/api/hits',
      allow: can('custody.read'),
      summary:
        'Figures that cannot be true, as far as you may see them: newest first, 100 a page; filters by rule, severity, state, place, site, lot, age',
      query: words.HitListQuery,
      answer: record({ hits: listOf(words.HitSummary), next: orNull(HitId) }),
      read: async ({ tx, tenant, who, query, now }) => {
        const sight = await sightOf(tx, { tenant, doors }, who)
        const days = Number(query.olderThan ?? '')
        const raisedBefore = Number.isInteger(days) && days > 0 ? startOf(addDays(todayAt(now), -days + 1)) : undefined
        const code = query.place
        const place = code === undefined ? undefined : { code, sites: await doors.sites.within(tx, [code], tenant) }
        const rows = await listHits(tx, tenant, { ...query, place, sight, raisedBefore }, PAGE + 1)
        const shown = rows.slice(0, PAGE)
        const last = rows.length > PAGE ? shown.at(-1) : undefined
        return accepted({ hits: await hitSummaries(tx, { tenant, doors }, shown), next: last ? asId('hit', last.id) : null })
      },
    }),
    readRoute({
      path: '/api/hits/:hit',
      allow: can('custody.read'),
      summary: 'One hit: what, where, how much, what would explain it, the rule with its version and thresholds, the lots, the review',
      params,
      answer: words.HitDetail,
      read: async ({ tx, tenant, who, params: { hit } }) => {
        const detail = await hitDetail(tx, { tenant, doors, sight: await sightOf(tx, { tenant, doors }, who) }, { hit, who })
        return detail ? accepted(detail) : refused('unknown-hit')
      },
    }),
  ]
}

function reviewRoutes(doors: CustodyDoors): readonly Route[] {
  return [
    writeRoute({
      path: '/api/hits/:hit/reply-requests',
      allow: can('custody.quarantine'),
      summary: 'Asks the organisations concerned to answer, by a day (14 days unless said)',
      params,
      body: words.RequestReply,
      write: ({ data, params: { hit }, ...asked }) => review(doors, asked, { hit, command: { type: 'request-reply', ...data } }),
    }),
    writeRoute({
      path: '/api/hits/:hit/replies',
      allow: can('custody.read'),
      summary: 'An organisation that is concerned answers, whether it was asked or not',
      params,
      body: words.ReplyToHit,
      write: ({ data, params: { hit }, ...asked }) => review(doors, asked, { hit, command: { type: 'reply', ...data } }),
    }),
    writeRoute({
      path: '/api/hits/:hit/closings',
      allow: can('custody.quarantine'),
      summary: 'Somebody who is not involved ends the review with a reason; lots that the hit held are released unless it is confirmed',
      params,
      body: words.CloseHit,
      write: ({ data, params: { hit }, ...asked }) =>
        data.as === 'confirmed'
          ? review(doors, asked, { hit, command: { type: 'close-hit', ...data } })
          : closeAndRelease(doors, asked, { hit, command: { type: 'close-hit', ...data } }),
    }),
  ]
}

interface AboutHit<Command extends HitCommand = HitCommand> {
  readonly hit: string
  readonly command: Command
}
const review = (
  doors: CustodyDoors,
  { door, who, tenant, envelope }: Omit<Asked, 'door'> & { readonly door: Pick<Door, 'execute'> },
  { hit, command }: AboutHit,
) =>
  door.execute({
    ...{ aggregate: hitAggregate, subject: hit, command, envelope, who },
    context: (tx, _state, moment) => hitFacts({ tx, tenant, doors, who, moment }, hit),
  })

async function hitFacts(
  { tx, tenant, doors, who, moment }: { tx: Tx; tenant: string; doors: CustodyDoors; who: Who; moment: Moment },
  hit: string,
): Promise<HitContext> {
  const row = await findHit(tx, tenant, hit, await sightOf(tx, { tenant, doors }, who))
  const lots = row ? await listHitLots(tx, tenant, hit, { of: 'everything' }) : []
  const replied = row ? (await listSteps(tx, tenant, hit)).filter((one) => one.step === 'replied').map((one) => one.account) : []
  const involved = [row?.raisedBy, row?.askedBy, ...replied, ...lots.map((lot) => lot.recordedBy)].filter((one) => typeof one === 'string')
  return {
    ...{
      today: moment.today,
      organisation: who.organisation === null ? null : asId('organisation', who.organisation),
      account: who.account,
    },
    hit: row && { rule: row.rule, parties: await listParties(tx, tenant, hit), involved },
    isKnown: row !== null,
  }
}

/** All or nothing: a lot that this account may not release keeps the review open, with the reason. */
async function closeAndRelease(
  doors: CustodyDoors,
  asked: Asked,
  about: AboutHit<Extract<HitCommand, { type: 'close-hit' }>>,
): Promise<Outcome<Receipt>> {
  const { door, who, tenant, envelope } = asked
  const lots = await door.read(async (tx) => {
    const row = await findHit(tx, tenant, about.hit, { of: 'everything' })
    const all = row ? await listHitLots(tx, tenant, about.hit, { of: 'everything' }) : []
    return all.filter((lot) => lot.held && lot.quarantined && !lot.heldByOther && lot.quarantinedBy === row?.raisedBy)
  })
  if (lots.length === 0) return review(doors, asked, about)
  const releases = lots.map((lot) => ({ lot: lot.id, command: asId('command', uuidV7(Date.parse(asked.now), randomBytes(10))) }))
  return door.together({ who, commands: [envelope.id, ...releases.map((one) => one.command)] }, async (inside) => {
    const closed = await review(doors, { ...asked, door: inside }, about)
    if (!closed.ok) return closed
    for (const { lot, command } of releases) {
      const released = await inside.execute({
        ...{ aggregate: lotAggregate, subject: lot, envelope: { id: command }, who },
        command: { type: 'release-lot', reason: about.command.reason.slice(0, 400) },
        context: (tx, _state, moment) => lotFacts({ tx, tenant, doors, moment, territory: who.territory, oversees: oversees(who) }, lot),
      })
      if (!released.ok) return released
    }
    return closed
  })
}
