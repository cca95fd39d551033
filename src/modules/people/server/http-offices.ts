/*
Shutting an office that is in danger, and opening it again. One command does all of it or nothing: the fact, the end of every session at desks and on
telephones, every telephone removed so that it destroys its keys when it next speaks to the server. A member of the office is nobody from then on; only
its data protection officer may come in again, because that office opens no file and is needed to lift.
*/
import { type Outcome, refused } from '../../../kernel/outcome.ts'
import { asId, count, instant, listOf, oneOf, orNull, record, text, yesOrNo } from '../../../kernel/schema.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Route, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Receipt } from '../../../platform/log/receipt.ts'
import { OrganisationId, OrganisationKind } from '../contract.ts'
import { LOCK_REASONS, type OfficeContext } from '../domain/office-lock.ts'
import { newId } from './add-account.ts'
import { deviceAggregate, officeAggregate } from './aggregates.ts'
import { answerAs } from './answer-as.ts'
import type { Asked } from './route-parts.ts'
import { listOrganisationRows } from './store.ts'
import { countByOffice, endSessionsOf, listOfficeDevices, listOfficeLocks } from './store-offices.ts'

const may = can('cases.lock-down')
const params = record({ organisation: OrganisationId })
const Offices = record({
  offices: listOf(
    record({
      organisation: OrganisationId,
      name: text(160),
      kind: OrganisationKind,
      isOwn: yesOrNo(),
      accounts: count(),
      devices: count(),
      lock: orNull(
        record({ reason: oneOf(...LOCK_REASONS), lockedAt: instant(), liftAskedAt: orNull(instant()), liftAskedByMe: yesOrNo() }),
      ),
    }),
  ),
})

/** One’s own office; every office for who runs the platform and for who watches over the data of the programme. */
const mayShut = (who: Pick<Who, 'capabilities' | 'organisation'>, organisation: string): boolean =>
  who.organisation === organisation || who.capabilities.has('people.manage') || who.capabilities.has('cases.protect-data')

export const officeRoutes: readonly Route[] = [
  readRoute({
    path: '/api/offices',
    summary: 'offices that one may shut, how many people and telephones that reaches, and which are shut',
    allow: may,
    answer: Offices,
    read: async ({ tx, who }) => {
      const rows = (await listOrganisationRows(tx, who.tenant, {})).filter(({ id, kind }) => kind !== 'platform' && mayShut(who, id))
      const [locks, counts] = [await listOfficeLocks(tx, who.tenant), await countByOffice(tx, who.tenant)]
      const offices = rows.map(({ id, name, kind }) => {
        const lock = locks.get(id)
        const shut = lock === undefined || lock.liftedAt !== null ? null : lock
        return {
          ...{ organisation: id, name, kind, isOwn: id === who.organisation, ...(counts.get(id) ?? { accounts: 0, devices: 0 }) },
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
    summary: 'shuts an office in one action; the name of the office is typed to confirm',
    allow: may,
    params,
    body: record({ reason: oneOf(...LOCK_REASONS), typedName: text(160) }),
    write: (asked) => lockDown(asked, { organisation: asked.params.organisation, ...asked.data, now: asked.now }),
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
        context: (tx) => contextOf(tx, who, organisation),
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
}
async function lockDown({ door, who, envelope }: Asked, { organisation, reason, typedName, now }: Shutting): Promise<Outcome<Receipt>> {
  const [office] = await door.read((tx) => listOrganisationRows(tx, who.tenant, { ids: [organisation] }))
  if (!office || !mayShut(who, organisation)) return refused('unknown-organisation')
  if (plain(office.name) !== plain(typedName)) return refused('office-name-differs')
  const devices = await door.read((tx) => listOfficeDevices(tx, who.tenant, organisation))
  const removals = devices.map((device) => ({ device, command: asId('command', newId(now)) }))
  return door.together({ who, commands: [envelope.id, ...removals.map(({ command }) => command)] }, async (inside) => {
    const shut = await inside.execute({
      aggregate: officeAggregate,
      subject: organisation,
      command: { type: 'lock-down', reason },
      context: (tx) => contextOf(tx, who, organisation),
      envelope,
      who,
      beside: (tx) => endSessionsOf(tx, who.tenant, organisation),
    })
    if (!shut.ok) return shut
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

async function contextOf(tx: Tx, who: Who, organisation: string): Promise<OfficeContext> {
  const [office] = await listOrganisationRows(tx, who.tenant, { ids: [organisation] })
  return {
    by: asId('account', who.account),
    isDataOfficer: who.capabilities.has('cases.protect-data'),
    known: office !== undefined,
    mayLock: mayShut(who, organisation),
    isPlatform: office?.kind === 'platform',
  }
}
