/* Peace follow-up over HTTP: read by who reads conflicts, cut by tier; written by who follows it, within the own territory where a place is named. */
import { todayAt } from '../../../../kernel/calendar.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { mustParse, record } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Door, type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import type { CommandEnvelope } from '../../../../platform/log/receipt.ts'
import { covers } from '../../../people/contract.ts'
import { DialogueId, RoadmapItemId } from '../../contract-ids.ts'
import * as words from '../../contract-peace.ts'
import {
  type DialogueCommand,
  type DialogueContext,
  type DialogueEvent,
  type MaybeDialogue,
  dialogueDecider,
  dialogueKinds,
} from '../../domain/peace/dialogue.ts'
import { type DdrCommand, type DdrContext, type DdrEvent, DdrRecorded, ddrDecider, ddrKinds } from '../../domain/peace/ddr-figure.ts'
import {
  type MaybeRoadmapItem,
  type RoadmapCommand,
  type RoadmapContext,
  type RoadmapEvent,
  roadmapDecider,
  roadmapKinds,
} from '../../domain/peace/roadmap-item.ts'
import { sees, tierOf } from '../../domain/tiers/tiers.ts'
import { type PeaceDoors, type PeaceReading, readDialogues, readFigures, readOneDialogue, readRoadmap } from './read-peace.ts'
import { listDialogues, listFigures } from './store-peace.ts'

export const roadmapAggregate: Aggregate<MaybeRoadmapItem, RoadmapCommand, RoadmapEvent, RoadmapContext> = {
  ...{ name: 'roadmap-item', decider: roadmapDecider, kinds: roadmapKinds },
}
export const ddrAggregate: Aggregate<boolean, DdrCommand, DdrEvent, DdrContext> = {
  name: 'ddr-figure',
  decider: ddrDecider,
  kinds: ddrKinds,
}
export const dialogueAggregate: Aggregate<MaybeDialogue, DialogueCommand, DialogueEvent, DialogueContext> = {
  ...{ name: 'dialogue', decider: dialogueDecider, kinds: dialogueKinds },
}
const read = can('conflict.read')
const write = can('conflict.peace')
const itemParams = record({ item: RoadmapItemId })
const dialogueParams = record({ dialogue: DialogueId })

export const peaceRoutes = (doors: PeaceDoors): readonly Route[] => [...reads(doors), ...roadmapWrites(doors), ...otherWrites(doors)]

const readingOf = (who: Who, tenant: string, now: string): PeaceReading => ({
  ...{ tenant, now, today: todayAt(now), writes: who.capabilities.has('conflict.peace') },
  isCleared: sees(tierOf(who.capabilities), 'cleared'),
  ...{ account: who.account, organisation: who.organisation },
})
const reads = (doors: PeaceDoors): readonly Route[] => [
  readRoute({
    ...{ path: '/api/conflict/roadmap', allow: read, query: record({}), answer: words.Roadmap },
    summary:
      'What peace processes and workshops agreed: owner, day, status with its history, overdue first; linked sites for who is cleared',
    read: async ({ tx, tenant, who, now }) => accepted(await readRoadmap(tx, doors, readingOf(who, tenant, now))),
  }),
  readRoute({
    ...{ path: '/api/conflict/ddr', allow: read, query: record({}), answer: words.DdrFigures },
    summary:
      'Disarmament in sums by programme, province and day, each with its source; few children are not shown below a province or of one group',
    read: async ({ tx, tenant, who, now }) => accepted(await readFigures(tx, doors, readingOf(who, tenant, now))),
  }),
  readRoute({
    ...{ path: '/api/conflict/dialogues', allow: read, query: record({}), answer: words.Dialogues },
    summary: 'Dialogues of communities by territoire and subject, and how many of the promises that are due were kept',
    read: async ({ tx, tenant, who, now }) => accepted(await readDialogues(tx, doors, readingOf(who, tenant, now))),
  }),
  readRoute({
    ...{ path: '/api/conflict/dialogues/:dialogue', allow: read, params: dialogueParams, answer: words.DialogueDetail },
    summary: 'One dialogue: parties, what each promised and who checked it, for who is cleared',
    read: async ({ tx, tenant, who, now, params: { dialogue: id } }) => {
      const found = await readOneDialogue(tx, doors, { ...readingOf(who, tenant, now), id })
      return found === null ? refused('unknown-dialogue') : accepted(found)
    },
  }),
]

interface Sent {
  readonly door: Pick<Door, 'execute'>
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
}
const runRoadmap = (
  doors: PeaceDoors,
  { door, who, tenant, envelope }: Sent,
  { item, command }: { item: string; command: RoadmapCommand },
) =>
  door.execute({
    ...{ aggregate: roadmapAggregate, subject: item, command, envelope, who },
    context: async (tx, _state, { now, today }) => ({
      ...{ now, today, organisation: who.organisation },
      known: (command.type !== 'add' && command.type !== 'assign') || (await areLinksKnown(tx, doors, { tenant, ...command })),
    }),
  })
async function areLinksKnown(
  tx: Tx,
  { people, sites }: PeaceDoors,
  {
    tenant,
    owner,
    sites: linked = [],
  }: { readonly tenant: string } & Pick<RoadmapCommand & { readonly type: 'add' | 'assign' }, 'owner' | 'sites'>,
): Promise<boolean> {
  if (owner !== undefined && (await people.organisations(tx, [owner], tenant)).length === 0) return false
  const wanted = [...new Set(linked)]
  return wanted.length === 0 || (await sites.briefs(tx, wanted, tenant)).length === wanted.length
}

const roadmapWrites = (doors: PeaceDoors): readonly Route[] => [
  writeRoute({
    ...{ path: '/api/conflict/roadmap', allow: write, body: words.AddRoadmapItem },
    summary: 'Writes down what was agreed, who owns it and until when; it may come from a card of a problem tree or from a conflict sheet',
    write: (sent) => runRoadmap(doors, sent, { item: sent.envelope.id, command: { type: 'add', ...sent.data } }),
  }),
  writeRoute({
    ...{ path: '/api/conflict/roadmap/:item/statuses', allow: write, params: itemParams, body: words.SetRoadmapStatus },
    summary: 'How far it is: done with what shows it, blocked or dropped with why',
    write: (sent) => runRoadmap(doors, sent, { item: sent.params.item, command: { type: 'set-status', ...sent.data } }),
  }),
  writeRoute({
    ...{ path: '/api/conflict/roadmap/:item/assignments', allow: write, params: itemParams, body: words.AssignRoadmapItem },
    summary: 'Gives it to another owner, or ties it to other sites, with why; who had it before stays to be seen',
    write: (sent) => runRoadmap(doors, sent, { item: sent.params.item, command: { type: 'assign', ...sent.data } }),
  }),
  writeRoute({
    ...{ path: '/api/conflict/roadmap/:item/due-days', allow: write, params: itemParams, body: words.MoveRoadmapDue },
    summary: 'Moves its day, with why; the day before stays to be seen',
    write: (sent) => runRoadmap(doors, sent, { item: sent.params.item, command: { type: 'move-due', ...sent.data } }),
  }),
]

async function isPlace(
  tx: Tx,
  { places }: PeaceDoors,
  asked: { tenant: string; province: string; territoire: string | undefined },
): Promise<boolean> {
  const { tenant, province, territoire } = asked
  if (!(await places.listAreas(tx, 'province', tenant)).some((one) => one.code === province)) return false
  if (territoire === undefined) return true
  return (await places.listAreas(tx, 'territoire', tenant)).some((one) => one.code === territoire && one.parent === province)
}
async function correctedBy(tx: Tx, tenant: string, corrects: string | undefined): Promise<DdrContext['corrected']> {
  if (corrects === undefined) return null
  const [row] = await listFigures(tx, tenant, corrects)
  if (!row) return 'unknown'
  const { programme, province } = mustParse(DdrRecorded, row.content)
  return { programme, province, isCorrected: row.isCorrected }
}
const runDialogue = (
  doors: PeaceDoors,
  { door, who, tenant, envelope }: Sent,
  { dialogue, command }: { dialogue: string; command: DialogueCommand },
) =>
  door.execute({
    ...{ aggregate: dialogueAggregate, subject: dialogue, command, envelope, who },
    context: async (tx, state, { now, today }) => {
      const place = command.type === 'hold' ? command : state?.held
      const near = place ? covers(who.territory, { province: place.province, territoire: place.territoire }) : false
      const { account, organisation } = who
      return { ...{ now, today, account, organisation }, known: await isDialogueKnown(tx, doors, { tenant, command }), isNear: near }
    },
  })
async function isDialogueKnown(
  tx: Tx,
  doors: PeaceDoors,
  { tenant, command }: { readonly tenant: string; readonly command: DialogueCommand },
): Promise<boolean> {
  const bodies =
    command.type === 'hold'
      ? command.parties.flatMap((one) => (one.kind === 'body' ? [one.organisation] : []))
      : command.checkedBy.kind === 'body'
        ? [command.checkedBy.organisation]
        : []
  const wanted = [...new Set(bodies)]
  if (wanted.length > 0 && (await doors.people.organisations(tx, wanted, tenant)).length < wanted.length) return false
  if (command.type !== 'hold') return true
  if (command.follows !== undefined && (await listDialogues(tx, tenant, command.follows)).length === 0) return false
  return isPlace(tx, doors, { tenant, ...command })
}

const otherWrites = (doors: PeaceDoors): readonly Route[] => [
  writeRoute({
    ...{ path: '/api/conflict/ddr', allow: write, body: words.RecordDdrFigure },
    summary: 'Records a figure of disarmament as a source gives it, in sums; a correction is a new figure that names the one it replaces',
    write: ({ door, who, tenant, envelope, data }) =>
      door.execute({
        ...{ aggregate: ddrAggregate, subject: envelope.id, envelope, who },
        command: { type: 'record', ...data },
        context: async (tx, _state, { now, today }) => ({
          ...{ now, today, organisation: who.organisation },
          isPlaceKnown: await isPlace(tx, doors, { tenant, province: data.province, territoire: data.territoire }),
          isNear: covers(who.territory, { province: data.province, territoire: data.territoire ?? null }),
          corrected: await correctedBy(tx, tenant, data.corrects),
        }),
      }),
  }),
  writeRoute({
    ...{ path: '/api/conflict/dialogues', allow: write, body: words.HoldDialogue },
    summary: 'Writes down a dialogue of communities: where, what about, which parties, and what each promised until when',
    write: (sent) => runDialogue(doors, sent, { dialogue: sent.envelope.id, command: { type: 'hold', ...sent.data } }),
  }),
  writeRoute({
    ...{ path: '/api/conflict/dialogues/:dialogue/checks', allow: write, params: dialogueParams, body: words.CheckCommitment },
    summary: 'Whether a promise was kept, checked by another party than the one that made it',
    write: (sent) => runDialogue(doors, sent, { dialogue: sent.params.dialogue, command: { type: 'check', ...sent.data } }),
  }),
]
