/*
Shutting an office that is in danger, and opening it again. One command does all of it or nothing: the fact, the end of every session at desks and on
telephones, every telephone removed so that it destroys its keys when it next speaks to the server. A member of the office is nobody from then on; only
its data protection officer may come in again, because that office opens no file and is needed to lift. Whoever is not of the office, does not run the
platform and sends nobody there asks for it, and a second person shuts it.
*/
import { type Outcome, refused } from '../../../kernel/outcome.ts'
import { asId, count, instant, listOf, oneOf, orNull, record, text, yesOrNo } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Route, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Receipt } from '../../../platform/log/receipt.ts'
import { OrganisationId, OrganisationKind } from '../contract.ts'
import { LOCK_REASONS, type LockReach, type OfficeContext } from '../domain/office-lock.ts'
import { newId } from './add-account.ts'
import { deviceAggregate, officeAggregate } from './aggregates.ts'
import { answerAs } from './answer-as.ts'
import type { Asked } from './route-parts.ts'
import { listOrganisationRows } from './store.ts'
import { countByOffice, endSessionsOf, listAlarms, listOfficeDevices, listOfficeLocks } from './store-offices.ts'

const may = can('cases.lock-down')
const params = record({ organisation: OrganisationId })
const Offices = record({
  offices: listOf(
    record({
      organisation: OrganisationId,
      name: text(160),
      kind: OrganisationKind,
      isOwn: yesOrNo(),
      /** Whether one shuts it alone, or asks for it and another person does. */
      reach: oneOf('alone', 'with-another'),
      /** Whom and what shutting it reaches; `null` of a body that is none of one's own affairs. */
      accounts: orNull(count()),
      devices: orNull(count()),
      drilledAt: orNull(instant()),
      /** Somebody asked for it to be shut; another person must. */
      lockAsked: orNull(record({ reason: oneOf(...LOCK_REASONS), at: instant(), byMe: yesOrNo() })),
      lock: orNull(
        record({ reason: oneOf(...LOCK_REASONS), lockedAt: instant(), liftAskedAt: orNull(instant()), liftAskedByMe: yesOrNo() }),
      ),
    }),
  ),
})

/** Bodies to which a body sends people on: asked of the cases, which are made later. */
export type ReceiversOf = (tx: Tx, tenant: string, organisation: string) => Promise<readonly string[]>
interface Asker extends Pick<Who, 'capabilities' | 'organisation'> {
  readonly receivers: readonly string[]
}
/** Alone: one’s own; all for who runs the platform; for who watches over the data those that get people from them. Others of theirs with another person. */
const reachOf = ({ capabilities, organisation: own, receivers }: Asker, organisation: string): LockReach => {
  if (own === organisation || capabilities.has('people.manage')) return 'alone'
  if (!capabilities.has('cases.protect-data')) return 'none'
  return receivers.includes(organisation) ? 'alone' : 'with-another'
}
const askerOf = async (tx: Tx, receiversOf: ReceiversOf, who: Who): Promise<Asker> => ({
  ...{ capabilities: who.capabilities, organisation: who.organisation },
  receivers: who.organisation === null ? [] : await receiversOf(tx, who.tenant, who.organisation),
})

export const officeRoutes = (receiversOf: ReceiversOf): readonly Route[] => [
  readRoute({
    path: '/api/offices',
    summary: 'offices that one may shut, how many people and telephones that reaches, and which are shut',
    allow: may,
    answer: Offices,
    read: async ({ tx, who }) => {
      const asker = await askerOf(tx, receiversOf, who)
      const rows = (await listOrganisationRows(tx, who.tenant, {})).flatMap((row) => {
        const reach = row.kind === 'platform' ? 'none' : reachOf(asker, row.id)
        return reach === 'none' ? [] : [{ ...row, reach }]
      })
      const [locks, counts] = [await listOfficeLocks(tx, who.tenant), await countByOffice(tx, who.tenant)]
      const alarms = await listAlarms(tx, who.tenant)
      const offices = rows.map(({ id, name, kind, reach }) => {
        const alarm = alarms.get(id)
        const counted = reach === 'alone' ? (counts.get(id) ?? { accounts: 0, devices: 0 }) : { accounts: null, devices: null }
        const lock = locks.get(id)
        const shut = lock === undefined || lock.liftedAt !== null ? null : lock
        return {
          ...{ organisation: id, name, kind, isOwn: id === who.organisation, reach, ...counted, drilledAt: alarm?.drilledAt ?? null },
          lockAsked:
            alarm === undefined || alarm.askedReason === null || alarm.askedAt === null
              ? null
              : { reason: alarm.askedReason, at: alarm.askedAt, byMe: alarm.askedBy === who.account },
          lock: shut && {
            ...{ reason: shut.reason, lockedAt: shut.lockedAt, liftAskedAt: shut.liftAskedAt },
            liftAskedByMe: shut.liftAskedBy === who.account,
          },
        }
      })
      return answerAs(Offices, { offices })
    },
  }),
  writeRoute({
    path: '/api/offices/:organisation/lock-downs',
    summary:
      'shuts an office in one action; the name of the office is typed to confirm. Of a body that is none of one’s own affairs it asks for it, and a second person shuts it; an exercise is written down and shuts nothing',
    allow: may,
    params,
    body: record({ reason: oneOf(...LOCK_REASONS), typedName: text(160) }),
    write: (asked) => lockDown(asked, { organisation: asked.params.organisation, ...asked.data, now: asked.now, receiversOf }),
  }),
  writeRoute({
    path: '/api/offices/:organisation/liftings',
    summary: 'says that an office may open again: the first voice asks, the second opens; one of the two is the data protection officer',
    allow: may,
    params,
    body: record({}),
    write: ({ door, who, params: { organisation }, envelope }) =>
      door.execute({
        aggregate: officeAggregate,
        subject: organisation,
        command: { type: 'lift' },
        context: async (tx) => contextOf(tx, { who, asker: await askerOf(tx, receiversOf, who) }, organisation),
        envelope,
        who,
      }),
  }),
]

interface Shutting {
  readonly organisation: string
  readonly reason: (typeof LOCK_REASONS)[number]
  readonly typedName: string
  readonly now: string
  readonly receiversOf: ReceiversOf
}
async function lockDown(
  { door, who, envelope }: Asked,
  { organisation, reason, typedName, now, receiversOf }: Shutting,
): Promise<Outcome<Receipt>> {
  const [office] = await door.read((tx) => listOrganisationRows(tx, who.tenant, { ids: [organisation] }))
  const asker = await door.read((tx) => askerOf(tx, receiversOf, who))
  if (!office || reachOf(asker, organisation) === 'none') return refused('unknown-organisation')
  if (plain(office.name) !== plain(typedName)) return refused('office-name-differs')
  const devices = await door.read((tx) => listOfficeDevices(tx, who.tenant, organisation))
  const removals = devices.map((device) => ({ device, command: asId('command', newId(now)) }))
  let isShut = false
  return door.together({ who, commands: [envelope.id, ...removals.map(({ command }) => command)] }, async (inside) => {
    const shut = await inside.execute({
      aggregate: officeAggregate,
      subject: organisation,
      command: { type: 'lock-down', reason },
      context: (tx) => contextOf(tx, { who, asker }, organisation),
      envelope,
      who,
      beside: async (tx, { events }) => {
        isShut = events.some((event) => event.kind === 'office.locked-down.v1')
        if (isShut) await endSessionsOf(tx, who.tenant, organisation)
      },
    })
    // An exercise, an alarm that waits for a second person, an answer that was given before: nobody is put out.
    if (!shut.ok || !isShut) return shut
    for (const { device, command } of removals) {
      const removed = await inside.execute({
        aggregate: deviceAggregate,
        subject: device,
        command: { type: 'revoke', reason: 'office-locked', from: now },
        context: async (_tx, _state, moment) => ({ now: moment.now, offer: null, keyKnown: true, mayRevoke: true }),
        envelope: { id: command },
        who,
      })
      if (!removed.ok && removed.refusal.code !== 'device-already-revoked') return removed
    }
    return shut
  })
}

/** As a frightened hand types it: without capitals, accents and double spaces. */
const plain = (name: string): string =>
  name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[’']/g, "'").toLowerCase().replaceAll(/\s+/g, ' ').trim()

interface Asking {
  readonly who: Who
  readonly asker: Asker
}
async function contextOf(tx: Tx, { who, asker }: Asking, organisation: string): Promise<OfficeContext> {
  const [office] = await listOrganisationRows(tx, who.tenant, { ids: [organisation] })
  return {
    by: asId('account', who.account),
    isDataOfficer: who.capabilities.has('cases.protect-data'),
    known: office !== undefined,
    reach: reachOf(asker, organisation),
    isPlatform: office?.kind === 'platform',
  }
}
