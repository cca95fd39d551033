/*
Roadmap, figures and dialogues as answers say them. What a reader of categories may not see is cut here: linked sites, of which group a figure is, and of a dialogue
everything but where (territoire), what about (a category) and how many promises were kept.
*/
import { foldEvents } from '../../../../kernel/decider.ts'
import { asId, mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { OrganisationId, PeopleDoor } from '../../../people/contract.ts'
import type { PlacesDoor } from '../../../places/contract.ts'
import type { SiteId, SitesDoor } from '../../../sites/contract.ts'
import {
  type Commitment,
  type DdrFigures,
  type DialogueDetail,
  type DialogueLine,
  type DialogueParty,
  type Dialogues,
  type Roadmap,
  type RoadmapItem,
  RoadmapStatus,
} from '../../contract-peace.ts'
import {
  type Dialogue,
  DialogueActs,
  accountabilityOf,
  dialogueDecider,
  isRecorder,
  stateOfCommitment,
} from '../../domain/peace/dialogue.ts'
import { LEAST_CHILDREN, childrenShown } from '../../domain/peace/children-shown.ts'
import { DdrRecorded } from '../../domain/peace/ddr-figure.ts'
import { RoadmapActs, type RoadmapStanding, isRoadmapOverdue, roadmapDecider } from '../../domain/peace/roadmap-item.ts'
import { foldedActor } from '../../domain/folded.ts'
import { cutterOf } from '../../domain/trees/cut.ts'
import { areasOf, keptNames } from '../sheets/doors.ts'
import { type ActsRow, listDialogues, listFigures, listRoadmap, MOST_ROWS, countOf } from './store-peace.ts'
import { cutAt } from '../cut.ts'

export interface PeaceDoors {
  readonly places: PlacesDoor<Tx>
  readonly people: PeopleDoor<Tx>
  readonly sites: Pick<SitesDoor<Tx>, 'briefs' | 'overview'>
}
export interface PeaceReading {
  readonly tenant: string
  readonly now: string
  readonly today: string
  readonly isCleared: boolean
  readonly writes: boolean
  /** Who reads. */
  readonly account: string
  readonly organisation: string | null
}
const nameIn = (rows: readonly { readonly id: string; readonly name: string }[]) => {
  const byId = new Map(rows.map(({ id, name }) => [id, name]))
  return (id: string): string => byId.get(id) ?? '–'
}
async function bodyNames(
  tx: Tx,
  { people }: PeaceDoors,
  { tenant, ids }: { readonly tenant: string; readonly ids: readonly OrganisationId[] },
) {
  return nameIn(ids.length === 0 ? [] : await people.organisations(tx, [...new Set(ids)], tenant))
}
async function areaNames(tx: Tx, { places }: PeaceDoors, tenant: string) {
  const areas = [...(await places.listAreas(tx, 'province', tenant)), ...(await places.listAreas(tx, 'territoire', tenant))]
  const names = new Map(areas.map(({ code, name }) => [code, name]))
  return (code: string): string => names.get(code) ?? code
}

/** Words that anybody typed may name a site or an actor, linked or not: who is not cleared gets them without. Names of areas stay. */
async function plainFor(tx: Tx, doors: PeaceDoors, reading: PeaceReading): Promise<(words: string) => string> {
  if (reading.isCleared) return (words) => words
  const { sites, actors } = await keptNames(tx, doors, reading)
  const told = new Set((await areasOf(tx, doors, reading.tenant)).map(({ name }) => foldedActor(name)))
  return cutterOf([...sites.flatMap(({ names }) => names), ...actors].filter((one) => !told.has(foldedActor(one))))
}

const EARLIEST_FIRST = (a: RoadmapItem, b: RoadmapItem): number =>
  Number(b.isOverdue) - Number(a.isOverdue) || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)

export async function readRoadmap(tx: Tx, doors: PeaceDoors, reading: PeaceReading): Promise<Roadmap> {
  const { tenant, today, isCleared, writes } = reading
  const read = (await listRoadmap(tx, tenant)).flatMap((row) => {
    const acts = mustParse(RoadmapActs, row.acts)
    const standing = foldEvents(roadmapDecider, acts)
    return standing === null ? [] : [{ id: row.id, acts, standing }]
  })
  const owners = read.flatMap(({ acts }) =>
    acts.flatMap(({ payload }) => ('owner' in payload && payload.owner !== null ? [payload.owner] : [])),
  )
  const actors = read.flatMap(({ acts }) =>
    acts.flatMap(({ payload }) => (payload.body === null ? [] : [asId('organisation', payload.body)])),
  )
  const bodyOf = await bodyNames(tx, doors, { tenant, ids: [...owners, ...actors] })
  const linked: readonly SiteId[] = isCleared ? [...new Set(read.flatMap(({ standing }) => standing.sites))] : []
  const siteOf = nameIn(linked.length === 0 ? [] : await doors.sites.briefs(tx, linked, tenant))
  const plain = await plainFor(tx, doors, reading)
  const ownerName = ({ owner, ownerWritten }: RoadmapStanding['owner']): string =>
    owner === null ? plain(ownerWritten ?? '–') : bodyOf(owner)
  const items = read.map(({ id, acts, standing }): RoadmapItem => {
    const { source, text, due: firstDue, from } = standing.added
    const { owner: owned, sites } = standing
    return {
      ...{
        id: asId('roadmap-item', id),
        source,
        text: plain(text),
        owner: owned.owner,
        ownerName: ownerName(owned),
      },
      ...{ due: standing.due, firstDue, status: standing.status, isOverdue: isRoadmapOverdue(standing, today) },
      sites: isCleared ? sites.map((site) => ({ id: site, name: siteOf(site) })) : [],
      // A sheet may be about one site: where it came from is for who sees sheets.
      from: isCleared ? from : null,
      steps: acts.map(({ kind, payload }) => ({
        status: kind === 'roadmap-item.status-set.v1' ? payload.status : kind === 'roadmap-item.added.v1' ? 'not-started' : null,
        due: 'due' in payload ? payload.due : null,
        ownerName: kind === 'roadmap-item.assigned.v1' ? ownerName(payload) : null,
        evidence: kind === 'roadmap-item.status-set.v1' ? payload.evidence && plain(payload.evidence) : null,
        reason: kind === 'roadmap-item.added.v1' ? null : payload.reason && plain(payload.reason),
        ...{ on: payload.on, bodyName: payload.body === null ? null : bodyOf(payload.body) },
      })),
    }
  })
  const cut = await cutAt(read.length, MOST_ROWS, () => countOf(tx, tenant, 'conflict_roadmap_item'))
  return { items: items.toSorted(EARLIEST_FIRST), byStatus: countsOf(read, today), writes, cut, withheld: isCleared ? [] : ['restricted'] }
}
const countsOf = (read: readonly { readonly standing: RoadmapStanding }[], today: string): Roadmap['byStatus'] =>
  RoadmapStatus.options.map((status) => {
    const of = read.filter(({ standing }) => standing.status === status)
    return { status, items: of.length, overdue: of.filter(({ standing }) => isRoadmapOverdue(standing, today)).length }
  })

export async function readFigures(tx: Tx, doors: PeaceDoors, reading: PeaceReading): Promise<DdrFigures> {
  const { tenant, isCleared, writes } = reading
  const plain = await plainFor(tx, doors, reading)
  const areaOf = await areaNames(tx, doors, tenant)
  const read = (await listFigures(tx, tenant)).map((row) => ({ ...row, figure: mustParse(DdrRecorded, row.content) }))
  const children = childrenShown(read.map(({ figure, isCorrected }) => ({ ...figure, isCorrected })))
  const figures = read.map(({ id, isCorrected, figure }, place) => {
    const { programme, province, territoire, asOf, actor, men, women, weapons, rounds, explosives, expected, source, corrects } = figure
    return {
      ...{
        id: asId('ddr-figure', id),
        programme,
        province,
        provinceName: areaOf(province),
        asOf,
        men,
        women,
        weapons,
        rounds,
        explosives,
        expected,
      },
      ...{ territoire: territoire ?? null, territoireName: territoire === undefined ? null : areaOf(territoire) },
      ...{
        actor: isCleared ? (actor ?? null) : null,
        isOfGroup: actor !== undefined,
        children: children[place] ?? { is: 'not-given' as const },
      },
      ...{ source: plain(source), recordedAt: figure.at, isCorrected, corrects: corrects ?? null },
    }
  })
  const cut = await cutAt(read.length, MOST_ROWS, () => countOf(tx, tenant, 'conflict_ddr_figure'))
  return { figures, writes, leastChildren: LEAST_CHILDREN, cut }
}

export function readDialogue({ id, acts }: ActsRow): readonly { readonly id: string; readonly dialogue: Dialogue }[] {
  const dialogue = foldEvents(dialogueDecider, mustParse(DialogueActs, acts))
  return dialogue === null ? [] : [{ id, dialogue }]
}
const lineOf = (id: string, dialogue: Dialogue, { today, areaOf }: { today: string; areaOf: (code: string) => string }): DialogueLine => ({
  ...{ id: asId('dialogue', id), heldOn: dialogue.held.heldOn, territoire: dialogue.held.territoire },
  ...{ territoireName: areaOf(dialogue.held.territoire), topic: dialogue.held.topic, parties: dialogue.held.parties.length },
  accountability: accountabilityOf([dialogue], today),
})
export async function readDialogues(tx: Tx, doors: PeaceDoors, { tenant, today, writes }: PeaceReading): Promise<Dialogues> {
  const areaOf = await areaNames(tx, doors, tenant)
  const read = (await listDialogues(tx, tenant)).flatMap(readDialogue)
  return {
    dialogues: read.map(({ id, dialogue }) => lineOf(id, dialogue, { today, areaOf })),
    accountability: accountabilityOf(
      read.map((one) => one.dialogue),
      today,
    ),
    writes,
    cut: await cutAt(read.length, MOST_ROWS, () => countOf(tx, tenant, 'conflict_dialogue')),
  }
}
export async function readOneDialogue(
  tx: Tx,
  doors: PeaceDoors,
  { id, ...reading }: PeaceReading & { readonly id: string },
): Promise<DialogueDetail | null> {
  const { tenant, today, isCleared, writes } = reading
  const [known] = (await listDialogues(tx, tenant, id)).flatMap(readDialogue)
  if (!known) return null
  const { dialogue } = known
  const line = lineOf(id, dialogue, { today, areaOf: await areaNames(tx, doors, tenant) })
  if (!isCleared) return { line, told: null, withheld: ['restricted'], writes: false, checks: false }
  const { held, checks } = dialogue
  const bodies = [
    ...held.parties.flatMap((one) => (one.kind === 'body' ? [one.organisation] : [])),
    ...checks.flatMap(({ checkedBy }) => (checkedBy.kind === 'body' ? [checkedBy.organisation] : [])),
  ]
  const bodyOf = await bodyNames(tx, doors, { tenant, ids: bodies })
  const parties = held.parties.map((party) => partyShown(party, bodyOf))
  const commitments = held.agreements.map(({ id: commitment, who, what, due }): Commitment => ({
    ...{ id: commitment, who, what, due, isDue: due <= today, state: stateOfCommitment(dialogue, commitment) },
    checks: checks
      .filter((one) => one.commitment === commitment)
      .map(({ as, on, checkedBy, words }) => {
        const by = checkedBy.kind === 'body' ? bodyOf(checkedBy.organisation) : (parties[checkedBy.party]?.name ?? `${checkedBy.party + 1}`)
        return { as, on, checkedBy: by, words: words ?? null }
      }),
  }))
  const told = { place: held.place ?? null, about: held.about ?? null, parties, commitments, follows: held.follows ?? null }
  return { line, told, withheld: [], writes, checks: writes && !isRecorder(dialogue, reading) }
}
function partyShown(party: DialogueParty, bodyOf: (id: string) => string) {
  switch (party.kind) {
    case 'body':
      return { kind: party.kind, name: bodyOf(party.organisation), actor: null }
    case 'actor':
      // Its name is told by the register of actors, to who may read it there.
      return { kind: party.kind, name: null, actor: party.actor }
    case 'community':
      return { kind: party.kind, name: party.written, actor: null }
  }
}
