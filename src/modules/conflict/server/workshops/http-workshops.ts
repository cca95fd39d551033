/*
Workshops over HTTP, for who runs them at the laptop. Entries tell of sites and actors, so reading is for the cleared; a hall writes by its own door (http-hall.ts).
*/
import { createHash, randomInt } from 'node:crypto'
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { todayAt } from '../../../../kernel/calendar.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, type Schema, numberInUrl, parse, record, whole } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Door, type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import type { CommandEnvelope } from '../../../../platform/log/receipt.ts'
import { WorkshopId } from '../../contract-ids.ts'
import * as contract from '../../contract-workshops.ts'
import type { Wall } from '../../domain/workshops/wall.ts'
import { type WorkshopCommand, type WorkshopContext, workshopDecider } from '../../domain/workshops/workshop.ts'
import { type WorkshopDoors, listWorkshops, readKept, showFrozen, showWorkshop } from './read-workshops.ts'
import { listTelephones, releaseGroup, releaseTelephone, setCodes, shutDoor } from './store-workshops.ts'

export const workshopAggregate: Aggregate<Wall, WorkshopCommand, contract.WorkshopEvent, WorkshopContext> = {
  name: 'workshop',
  decider: workshopDecider,
  kinds: contract.workshopKinds,
}
const params = record({ workshop: WorkshopId })
/** No letter that is read as another one when it is called through a hall. */
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXY346789'
export const newHallCode = (): string => Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
const hashOf = (content: unknown): string => createHash('sha256').update(canonicalJson(content)).digest('hex')

export interface Telling {
  readonly door: Door
  readonly who: Who
  readonly tenant: string
  readonly now: string
  readonly envelope: CommandEnvelope
  readonly workshop: string
  readonly group: number | null
}
/** Decides and keeps one act; what the act leans on is looked up in the same transaction. */
export const act = (doors: WorkshopDoors, telling: Telling, command: WorkshopCommand) => {
  const { door, who, tenant, now, envelope, workshop, group } = telling
  const asked = { today: todayAt(now), account: who.account, organisation: who.organisation, group, hashOf }
  return door.execute({
    ...{ aggregate: workshopAggregate, subject: workshop, command, envelope, who },
    context: async (tx) => ({
      ...asked,
      ...(await factsOf(tx, doors, { tenant, command })),
      groupOfTelephone:
        command.type === 'release-telephone'
          ? ((await listTelephones(tx, tenant, workshop)).find((one) => one.number === command.telephone)?.group ?? null)
          : null,
    }),
    ...besideOf(command, { tenant, workshop }),
  })
}
/** The door of the hall opens and shuts in the transaction that says so. */
function besideOf(command: WorkshopCommand, { tenant, workshop }: { readonly tenant: string; readonly workshop: string }) {
  switch (command.type) {
    case 'open-hall':
      return {
        beside: (tx: Tx, { before }: { readonly before: Wall }) => {
          const codes = (before.convened?.groups ?? []).map((_name, index) => ({ group: index + 1, code: newHallCode() }))
          return setCodes(tx, tenant, { workshop, codes })
        },
      }
    case 'shut-hall':
      return { beside: (tx: Tx) => shutDoor(tx, tenant, workshop) }
    case 'release-telephone':
      return { beside: (tx: Tx) => releaseTelephone(tx, tenant, { workshop, number: command.telephone }) }
    case 'renew-code':
      return {
        beside: async (tx: Tx) => {
          await setCodes(tx, tenant, { workshop, codes: [{ group: command.group, code: newHallCode() }] })
          await releaseGroup(tx, tenant, { workshop, group: command.group })
        },
      }
    default:
      return {}
  }
}

async function factsOf(
  tx: Tx,
  { places, sites }: WorkshopDoors,
  { tenant, command }: { readonly tenant: string; readonly command: WorkshopCommand },
): Promise<Pick<WorkshopContext, 'knowsPlaces' | 'knowsFormer'>> {
  if (command.type === 'convene') {
    const territoires = (await places.listAreas(tx, 'territoire', tenant)).filter((one) => one.parent === command.province)
    const former = command.former === null ? null : await readKept(tx, tenant, command.former)
    return {
      knowsPlaces: command.territoires.every((code) => territoires.some((one) => one.code === code)),
      knowsFormer: command.former === null || former?.wall.convened?.province === command.province,
    }
  }
  if (command.type !== 'write-entry') return { knowsPlaces: true, knowsFormer: true }
  const { site, province, territoire } = command.content.place
  const isSiteKnown = site === null || (await sites.briefs(tx, [site], tenant)).length > 0
  const areas = [...(await places.listAreas(tx, 'province', tenant)), ...(await places.listAreas(tx, 'territoire', tenant))]
  const isOnMap = [province, ...(territoire === null ? [] : [territoire])].every((code) => areas.some((one) => one.code === code))
  return { knowsPlaces: isSiteKnown && isOnMap, knowsFormer: true }
}

const at = '/api/conflict/workshops/:workshop'
export const workshopRoutes = (doors: WorkshopDoors): readonly Route[] => [...readRoutes(doors), ...doorRoutes(doors), ...wallRoutes(doors)]

/** A command of the desk about one workshop. */
const writing =
  (doors: WorkshopDoors) =>
  <S extends Schema<unknown>>([path, summary]: readonly [string, string], body: S, commandOf: (data: Infer<S>) => WorkshopCommand): Route =>
    writeRoute({
      ...{ path, summary, allow: can('conflict.map'), params, body },
      write: (asked) => act(doors, { ...asked, workshop: asked.params.workshop, group: null }, commandOf(asked.data)),
    })

function readRoutes(doors: WorkshopDoors): readonly Route[] {
  return [
    readRoute({
      ...{ path: '/api/conflict/workshops', summary: 'Workshops of conflict mapping, newest first', allow: can('conflict.read-exact') },
      answer: contract.WorkshopList,
      read: async ({ tx, tenant }) => accepted(await listWorkshops(tx, doors, tenant)),
    }),
    readRoute({
      ...{
        path: at,
        summary: 'A workshop with its wall as it stands',
        allow: can('conflict.read-exact'),
        params,
        answer: contract.WorkshopShown,
      },
      read: async ({ tx, tenant, who, params: { workshop } }) => {
        const shown = await showWorkshop(tx, doors, { tenant, workshop })
        // The code of the hall lets anybody in who reads it: only who runs workshops sees it.
        return shown ? accepted(who.capabilities.has('conflict.map') ? shown : { ...shown, hall: null }) : refused('unknown-workshop')
      },
    }),
    readRoute({
      ...{ path: `${at}/versions/:version`, summary: 'A frozen version of a workshop, as it was', allow: can('conflict.read-exact') },
      params: record({ workshop: WorkshopId, version: numberInUrl() }),
      answer: contract.FrozenShown,
      read: async ({ tx, tenant, params: { workshop, version } }) => {
        const shown = parse(whole().min(1).max(1_000_000), version).ok ? await showFrozen(tx, tenant, { workshop, version }) : null
        return shown ? accepted(shown) : refused('unknown-workshop')
      },
    }),
  ]
}

/** Convening, seats, and who comes in by which code. */
function doorRoutes(doors: WorkshopDoors): readonly Route[] {
  const write = writing(doors)
  return [
    writeRoute({
      ...{ path: '/api/conflict/workshops', summary: 'Convenes a workshop: zone, days, groups, agenda' },
      ...{ allow: can('conflict.map'), body: record({ workshop: WorkshopId, ...contract.ConveneWorkshop.shape }) },
      write: (asked) => {
        const { workshop, ...convened } = asked.data
        return act(doors, { ...asked, workshop, group: null }, { type: 'convene', ...convened })
      },
    }),
    write([`${at}/seats`, 'Sets the seats: category, sex, group; never a name'], contract.SetSeats, (data) => ({
      type: 'set-seats',
      ...data,
    })),
    write([`${at}/hall-openings`, 'Opens the hall: telephones may come in by its code'], contract.NoBody, () => ({ type: 'open-hall' })),
    write([`${at}/hall-closings`, 'Shuts the hall and forgets its telephones'], contract.NoBody, () => ({ type: 'shut-hall' })),
    write(
      [`${at}/telephone-releases`, 'Releases one telephone of the hall: it may come in by the code of another group'],
      contract.ReleaseTelephone,
      (data) => ({
        type: 'release-telephone',
        ...data,
      }),
    ),
    write([`${at}/code-renewals`, 'Gives a group another code and sends its telephones out'], contract.RenewCode, (data) => ({
      type: 'renew-code',
      ...data,
    })),
    write([`${at}/steps`, 'Turns the page that the telephones show'], contract.ShowStep, (data) => ({ type: 'show-step', ...data })),
  ]
}

/** What stands on the wall, written in plenary, and its freezing. */
function wallRoutes(doors: WorkshopDoors): readonly Route[] {
  const write = writing(doors)
  return [
    write([`${at}/entries`, 'Writes or rewrites an entry; a rewritten one is asked about anew'], contract.WriteEntry, (data) => ({
      type: 'write-entry',
      ...data,
    })),
    write([`${at}/entry-withdrawals`, 'Takes an entry off the wall'], contract.WithdrawEntry, (data) => ({
      type: 'withdraw-entry',
      ...data,
    })),
    write([`${at}/stances`, 'Notes the stance of a group on an entry'], contract.TakeStance, (data) => ({ type: 'take-stance', ...data })),
    write([`${at}/cards`, 'Writes or moves a card'], contract.WriteCard, (data) => ({ type: 'write-card', ...data })),
    write([`${at}/card-withdrawals`, 'Takes a card off the wall'], contract.WithdrawCard, (data) => ({ type: 'withdraw-card', ...data })),
    write([`${at}/votes`, 'Lays the dots of a group'], contract.CastVotes, (data) => ({ type: 'cast-votes', ...data })),
    write([`${at}/freezings`, 'Freezes the wall as a dated version'], contract.FreezeWorkshop, (data) => ({ type: 'freeze', ...data })),
  ]
}
