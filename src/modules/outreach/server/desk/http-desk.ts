/*
The desk over HTTP. Who receives counts visits and keeps the register of recruiters; who reads gets numbers. Neither the answers to the five questions nor those about an offer have a route:
they stay on the device.
*/
import { addDays } from '../../../../kernel/calendar.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { calendarDate, maybe, record } from '../../../../kernel/schema.ts'
import { todayIn, zoneOfPlace } from '../../../../kernel/zones.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Door, type Route, can, canOneOf } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import type { CommandEnvelope } from '../../../../platform/log/receipt.ts'
import { type OrganisationId, covers } from '../../../people/contract.ts'
import * as words from '../../contract-desk.ts'
import {
  type CentreEvent,
  type DeskContext,
  type QuickEvent,
  type VisitCommand,
  type VisitEvent,
  type VisitState,
  centreDecider,
  centreKinds,
  quickDecider,
  quickKinds,
  visitDecider,
  visitKinds,
} from '../../domain/desk/desk.ts'
import { foldedName } from '../../domain/desk/folded-name.ts'
import {
  type MaybeRecruiter,
  type RecruiterCommand,
  type RecruiterContext,
  type RecruiterEvent,
  recruiterDecider,
  recruiterKinds,
} from '../../domain/desk/recruiter.ts'
import { wholeMonths } from '../../domain/told.ts'
import { type DeskDoors, readNumbers, readRecruiters } from './read-desk.ts'
import * as store from './store-desk.ts'

export const centreAggregate: Aggregate<boolean, words.OpenCentre, CentreEvent, DeskContext> = {
  ...{ name: 'resource-centre', decider: centreDecider, kinds: centreKinds },
}
export const visitAggregate: Aggregate<VisitState, VisitCommand, VisitEvent, DeskContext> = {
  ...{ name: 'desk-visit', decider: visitDecider, kinds: visitKinds },
}
export const quickAggregate: Aggregate<boolean, { readonly centre: words.CentreId }, QuickEvent, DeskContext> = {
  ...{ name: 'quick-screen', decider: quickDecider, kinds: quickKinds },
}
export const recruiterAggregate: Aggregate<MaybeRecruiter, RecruiterCommand, RecruiterEvent, RecruiterContext> = {
  ...{ name: 'recruiter', decider: recruiterDecider, kinds: recruiterKinds },
}
const desk = can('outreach.desk')
const readers = canOneOf('outreach.read', 'outreach.desk')
const recruiterParams = record({ recruiter: words.RecruiterId })
const MOST_DAYS = 1_100

export const deskRoutes = (doors: DeskDoors): readonly Route[] => [...reads(doors), ...deskWrites(doors), ...recruiterWrites()]

const reads = (doors: DeskDoors): readonly Route[] => [
  readRoute({
    ...{ path: '/api/desk', allow: readers, query: record({ from: maybe(calendarDate()), until: maybe(calendarDate()) }) },
    answer: words.DeskNumbers,
    summary: 'Visits of resource centres in numbers: by centre, subject, way, age, nationality, cut by the least cell of the reader',
    read: async ({ tx, tenant, who, now, query }) => {
      const until = query.until ?? todayIn(zoneOfPlace('MN'), now)
      const from = query.from ?? addDays(until, -90)
      if (from > until) return refused('days-the-wrong-way-round')
      if (addDays(from, MOST_DAYS) < until) return refused('desk-stretch-too-long', { days: MOST_DAYS })
      const receives = who.capabilities.has('outreach.desk')
      return accepted(await readNumbers(tx, doors, { tenant, now, ...wholeMonths(from, until), receives, territory: who.territory }))
    },
  }),
  readRoute({
    ...{ path: '/api/desk/recruiters', allow: readers, query: record({}), answer: words.Recruiters },
    summary: 'Recruiters: licence, warnings, and whether complaints were heard; never how many while they are few',
    read: async ({ tx, tenant, who, now }) =>
      accepted(await readRecruiters(tx, { tenant, today: todayIn(zoneOfPlace(''), now), keeps: who.capabilities.has('outreach.desk') })),
  }),
]

interface Sent {
  readonly door: Pick<Door, 'execute'>
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
}
interface Placed {
  readonly tenant: string
  readonly who: Who
  readonly now: string
  readonly area: string
}
/** An area of either level. */
async function contextOf(tx: Tx, { places }: DeskDoors, { tenant, who, now, area }: Placed): Promise<DeskContext> {
  const territoire = (await places.listAreas(tx, 'territoire', tenant)).find((one) => one.code === area)
  const province = territoire ? undefined : (await places.listAreas(tx, 'province', tenant)).find((one) => one.code === area)
  const place = { province: territoire?.parent ?? province?.code ?? null, territoire: territoire?.code ?? null }
  return {
    ...{ now, today: todayIn(zoneOfPlace(area), now), organisation: who.organisation, ticket: '' },
    ...{ known: territoire !== undefined || province !== undefined, isNear: covers(who.territory, place) },
  }
}
async function atCentre(
  tx: Tx,
  doors: DeskDoors,
  { centre, ...asked }: Omit<Placed, 'area'> & { readonly centre: string },
): Promise<DeskContext> {
  const known = (await store.listCentres(tx, asked.tenant)).find((one) => one.id === centre)
  const context = await contextOf(tx, doors, { ...asked, area: known?.area ?? '' })
  return { ...context, known: known !== undefined }
}
const ticketOf = async (tx: Tx, tenant: string, { centre, day }: Pick<words.RecordVisit, 'centre' | 'day'>): Promise<string> =>
  `${day.slice(5).replace('-', '')}-${String((await store.countVisitsOf(tx, tenant, { centre, day })) + 1).padStart(2, '0')}`

const runVisit = (doors: DeskDoors, { door, who, tenant, envelope }: Sent, { visit, command }: { visit: string; command: VisitCommand }) =>
  door.execute({
    ...{ aggregate: visitAggregate, subject: visit, command, envelope, who },
    context: async (tx, _state, { now }) => {
      if (command.type === 'count') {
        const context = await atCentre(tx, doors, { tenant, who, now, centre: command.visit.centre })
        return { ...context, ticket: await ticketOf(tx, tenant, command.visit) }
      }
      const [row] = await store.listVisits(tx, tenant, { from: '2000-01-01', until: '9999-12-31', id: visit })
      return atCentre(tx, doors, { tenant, who, now, centre: row?.centre ?? '' })
    },
    beside: (tx) =>
      command.type === 'count'
        ? store.insertVisitSaid(tx, tenant, { id: visit, content: command.visit })
        : store.removeVisitSaid(tx, tenant, visit),
  })
const deskWrites = (doors: DeskDoors): readonly Route[] => [
  writeRoute({
    ...{ path: '/api/desk/centres', allow: desk, body: words.OpenCentre },
    summary: 'Opens a resource centre in an area',
    write: ({ door, who, tenant, envelope, data }) =>
      door.execute({
        ...{ aggregate: centreAggregate, subject: envelope.id, command: data, envelope, who },
        context: async (tx, _state, { now }) => {
          const context = await contextOf(tx, doors, { tenant, who, now, area: data.area })
          const isBodyKnown = data.organisation === undefined || (await isBody(tx, doors, { tenant, id: data.organisation }))
          return { ...context, known: context.known && isBodyKnown }
        },
      }),
  }),
  writeRoute({
    ...{ path: '/api/desk/visits', allow: desk, body: words.RecordVisit },
    summary:
      'Counts a visit under a number of the day: what it was about and what was done; nobody’s name, nothing by which to come back to a person',
    write: (sent) => runVisit(doors, sent, { visit: sent.envelope.id, command: { type: 'count', visit: sent.data } }),
  }),
  writeRoute({
    ...{ path: '/api/desk/visits/:visit/takings-back', allow: desk, params: record({ visit: words.VisitId }), body: words.TakeVisitBack },
    summary: 'Takes a visit out of all numbers; what was said of it is removed',
    write: (sent) => runVisit(doors, sent, { visit: sent.params.visit, command: { type: 'take-back', ...sent.data } }),
  }),
  writeRoute({
    ...{ path: '/api/desk/quick-screens', allow: desk, body: words.CountQuickScreen },
    summary: 'Counts that the five questions were asked and advice was given: centre and month, no answer, no visit',
    write: ({ door, who, tenant, envelope, data }) =>
      door.execute({
        ...{ aggregate: quickAggregate, subject: envelope.id, command: data, envelope, who },
        context: (tx, _state, { now }) => atCentre(tx, doors, { tenant, who, now, centre: data.centre }),
      }),
  }),
]
const isBody = async (
  tx: Tx,
  { people }: DeskDoors,
  { tenant, id }: { readonly tenant: string; readonly id: OrganisationId },
): Promise<boolean> => (await people.organisations(tx, [id], tenant)).length === 1

const runRecruiter = ({ door, who, tenant, envelope }: Sent, { recruiter, command }: { recruiter: string; command: RecruiterCommand }) =>
  door.execute({
    ...{ aggregate: recruiterAggregate, subject: recruiter, command, envelope, who },
    context: async (tx, _state, { now }) => ({
      ...{ now, today: todayIn(zoneOfPlace(''), now), organisation: who.organisation },
      isKnownAlready:
        command.type === 'register' &&
        (await store.isRecruiterKnown(tx, tenant, { folded: foldedName(command.name), country: command.country })),
    }),
  })
const recruiterWrites = (): readonly Route[] => [
  writeRoute({
    ...{ path: '/api/desk/recruiters', allow: desk, body: words.RegisterRecruiter },
    summary: 'Enters an agency or a company that recruits, with its licence; never a person',
    write: (sent) => runRecruiter(sent, { recruiter: sent.envelope.id, command: { type: 'register', ...sent.data } }),
  }),
  writeRoute({
    ...{ path: '/api/desk/recruiters/:recruiter/licences', allow: desk, params: recruiterParams, body: words.CheckLicence },
    summary: 'Says what its licence was found to be today',
    write: (sent) => runRecruiter(sent, { recruiter: sent.params.recruiter, command: { type: 'check', ...sent.data } }),
  }),
  writeRoute({
    ...{ path: '/api/desk/recruiters/:recruiter/complaints', allow: desk, params: recruiterParams, body: words.HearComplaint },
    summary: 'Counts a complaint by its kind; no words and nobody who complained',
    write: (sent) => runRecruiter(sent, { recruiter: sent.params.recruiter, command: { type: 'complain', ...sent.data } }),
  }),
  writeRoute({
    ...{ path: '/api/desk/recruiters/:recruiter/warnings', allow: desk, params: recruiterParams, body: words.WarnOfRecruiter },
    summary: 'Warns of a recruiter, with the reason',
    write: (sent) => runRecruiter(sent, { recruiter: sent.params.recruiter, command: { type: 'warn', ...sent.data } }),
  }),
  writeRoute({
    ...{ path: '/api/desk/recruiters/:recruiter/warning-liftings', allow: desk, params: recruiterParams, body: words.LiftRecruiterWarning },
    summary: 'Lifts a warning, with the reason',
    write: (sent) => runRecruiter(sent, { recruiter: sent.params.recruiter, command: { type: 'lift', ...sent.data } }),
  }),
]
