/*
Decisions about a workshop. Who convened prepares, opens the hall, turns the page and freezes; groups write, agree, dissent and vote while the hall is open, each for
itself alone. A dissent says why. Nothing is lost by freezing: the wall goes on, and the next version is another one.
*/
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import type { Decider } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import {
  type CastVotes,
  type ConveneWorkshop,
  type FreezeWorkshop,
  type ReleaseTelephone,
  type RenewCode,
  type SetSeats,
  type ShowStep,
  type TakeStance,
  type WithdrawCard,
  type WithdrawEntry,
  type WorkshopContent,
  type WorkshopEvent,
  type WriteCard,
  type WriteEntry,
} from '../../contract-workshops.ts'
import { type Wall, budgetOf, contentOf, emptyWall, evolveWall, laidBy } from './wall.ts'

export type WorkshopCommand =
  | ({ readonly type: 'convene' } & ConveneWorkshop)
  | ({ readonly type: 'set-seats' } & Infer<typeof SetSeats>)
  | { readonly type: 'open-hall' | 'shut-hall' }
  | ({ readonly type: 'show-step' } & Infer<typeof ShowStep>)
  | ({ readonly type: 'release-telephone' } & Infer<typeof ReleaseTelephone>)
  | ({ readonly type: 'renew-code' } & Infer<typeof RenewCode>)
  | ({ readonly type: 'write-entry' } & Infer<typeof WriteEntry>)
  | ({ readonly type: 'withdraw-entry' } & Infer<typeof WithdrawEntry>)
  | ({ readonly type: 'take-stance' } & Infer<typeof TakeStance>)
  | ({ readonly type: 'write-card' } & Infer<typeof WriteCard>)
  | ({ readonly type: 'withdraw-card' } & Infer<typeof WithdrawCard>)
  | ({ readonly type: 'cast-votes' } & Infer<typeof CastVotes>)
  | ({ readonly type: 'freeze' } & Infer<typeof FreezeWorkshop>)

export interface WorkshopContext {
  readonly today: string
  readonly account: string
  readonly organisation: string | null
  /** The group whose telephone asks; `null`: who runs the workshop, at the laptop. */
  readonly group: number | null
  /** The sites named are of the register, and the areas are on the map. */
  readonly knowsPlaces: boolean
  /** The workshop named as the one before was convened, in the same province. */
  readonly knowsFormer: boolean
  /** The group of the telephone that is to be released; `null` where the hall has no such telephone. */
  readonly groupOfTelephone: number | null
  readonly hashOf: (content: WorkshopContent) => string
}
type Decided = Outcome<readonly WorkshopEvent[]>
const MOST_ENTRIES = 300
const MOST_CARDS = 300
/** Of two days with twelve groups a few hundred are used; a telephone that goes on by itself is stopped before the wall is slow (D). */
const MOST_ACTS = 5000

function decide(wall: Wall, command: WorkshopCommand, context: WorkshopContext): Decided {
  if (command.type === 'convene') return convene(wall, command, context)
  if (wall.convened === null) return refused('unknown-workshop')
  if (context.group !== null) {
    const shut = fromTheHall(wall, command, context.group)
    if (shut !== null) return refused(shut)
  }
  switch (command.type) {
    case 'set-seats':
      return setSeats(wall, command, context)
    case 'open-hall':
      if (wall.isHallOpen) return refused('hall-open-already')
      if (wall.seats.length === 0) return refused('hall-without-seats')
      return accepted([{ kind: 'workshop.hall-opened.v1', payload: { by: context.account } }])
    case 'shut-hall':
      if (!wall.isHallOpen) return refused('hall-shut-already')
      return accepted([{ kind: 'workshop.hall-shut.v1', payload: { by: context.account } }])
    case 'show-step':
      return accepted([{ kind: 'workshop.step-shown.v1', payload: { step: command.step, by: context.account } }])
    case 'release-telephone':
    case 'renew-code':
      return atTheDoor(wall, command, context)
    case 'freeze':
      return freeze(wall, command, context)
    default:
      return onTheWall(wall, command, context)
  }
}

/** Who came in by which code is looked after at the desk, while the hall is open. */
function atTheDoor(
  wall: Wall,
  command: Extract<WorkshopCommand, { readonly type: 'release-telephone' | 'renew-code' }>,
  { account, groupOfTelephone }: WorkshopContext,
): Decided {
  if (!wall.isHallOpen) return refused('hall-shut-already')
  if (command.type === 'renew-code') {
    const { group } = command
    if (group > (wall.convened?.groups.length ?? 0)) return refused('unknown-group', { group })
    return accepted([{ kind: 'workshop.code-renewed.v1', payload: { group, by: account } }])
  }
  if (groupOfTelephone === null) return refused('unknown-telephone', { telephone: command.telephone })
  const payload = { telephone: command.telephone, group: groupOfTelephone, by: account }
  return accepted([{ kind: 'workshop.telephone-released.v1', payload }])
}

const OF_GROUPS: readonly WorkshopCommand['type'][] = [
  'write-entry',
  'withdraw-entry',
  'take-stance',
  'write-card',
  'withdraw-card',
  'cast-votes',
]
/** Why a telephone of the hall may not; null when it may. A group speaks for itself, and touches only what it wrote. */
function fromTheHall(wall: Wall, command: WorkshopCommand, group: number): string | null {
  if (!wall.isHallOpen) return 'hall-shut'
  if (wall.acts >= MOST_ACTS) return 'hall-wrote-too-much'
  if (!OF_GROUPS.includes(command.type)) return 'not-allowed'
  if ('group' in command && command.group !== group) return 'not-your-group'
  if (command.type === 'write-entry' || command.type === 'withdraw-entry') {
    const before = wall.entries.find((one) => one.id === command.entry)
    return before && before.group !== group ? 'not-your-group' : null
  }
  if (command.type === 'write-card' || command.type === 'withdraw-card') {
    const before = wall.cards.find((one) => one.id === command.card)
    return before && before.group !== group ? 'not-your-group' : null
  }
  return null
}

function convene(
  wall: Wall,
  { type: _type, ...convened }: Extract<WorkshopCommand, { readonly type: 'convene' }>,
  context: WorkshopContext,
): Decided {
  if (wall.convened) return refused('workshop-convened-already')
  if (convened.lastDay < convened.firstDay) return refused('days-the-wrong-way-round')
  if (convened.groups.length === 0) return refused('workshop-without-groups')
  if (new Set(convened.groups).size < convened.groups.length) return refused('groups-of-one-name')
  if (convened.territoires.length === 0 || !context.knowsPlaces) return refused('unknown-zone')
  if (!context.knowsFormer) return refused('unknown-workshop')
  return accepted([{ kind: 'workshop.convened.v1', payload: { ...convened, host: context.organisation, by: context.account } }])
}

function setSeats(wall: Wall, { seats }: Extract<WorkshopCommand, { readonly type: 'set-seats' }>, { account }: WorkshopContext): Decided {
  if (new Set(seats.map((one) => one.number)).size < seats.length) return refused('seat-twice')
  const groups = wall.convened?.groups.length ?? 0
  const astray = seats.find((one) => one.group > groups)
  if (astray) return refused('unknown-group', { group: astray.group })
  for (let group = 1; group <= groups; group += 1) {
    const [sum, budget] = [laidBy(wall, group), budgetOf({ ...wall, seats }, group)]
    if (sum > budget) return refused('votes-over-budget', { group, sum, budget })
  }
  return accepted([{ kind: 'workshop.seats-set.v1', payload: { seats: [...seats].toSorted((a, b) => a.number - b.number), by: account } }])
}

type OnTheWall = Extract<
  WorkshopCommand,
  { readonly type: 'write-entry' | 'withdraw-entry' | 'take-stance' | 'write-card' | 'withdraw-card' | 'cast-votes' }
>
function onTheWall(wall: Wall, command: OnTheWall, context: WorkshopContext): Decided {
  if ('group' in command && command.group !== null && command.group > (wall.convened?.groups.length ?? 0))
    return refused('unknown-group', { group: command.group })
  switch (command.type) {
    case 'write-entry':
      return writeEntry(wall, command, context)
    case 'withdraw-entry':
      if (!wall.entries.some((one) => one.id === command.entry)) return refused('unknown-entry')
      return accepted([{ kind: 'workshop.entry-withdrawn.v1', payload: { entry: command.entry, because: command.because } }])
    case 'take-stance':
      return takeStance(wall, command)
    case 'write-card':
      return writeCard(wall, command)
    case 'withdraw-card':
      if (!wall.cards.some((one) => one.id === command.card)) return refused('unknown-hall-card')
      return accepted([{ kind: 'workshop.card-withdrawn.v1', payload: { card: command.card, because: command.because } }])
    case 'cast-votes':
      return castVotes(wall, command)
  }
}

function writeEntry(
  wall: Wall,
  { entry, group, content }: Extract<WorkshopCommand, { readonly type: 'write-entry' }>,
  { knowsPlaces }: WorkshopContext,
): Decided {
  const { site, provisionalName } = content.place
  if (!knowsPlaces) return refused('unknown-place-of-entry')
  // Nothing stands in the list before somebody chooses: a territoire that nobody meant would be told as known.
  if (site === null && ((provisionalName ?? '').trim() === '' || content.place.territoire === null)) return refused('entry-without-place')
  if (content.nature.trim() === '') return refused('entry-without-nature')
  const before = wall.entries.find((one) => one.id === entry)
  if (before && canonicalJson(before.content) === canonicalJson(content)) return refused('already-on-the-wall')
  if (!before && wall.entries.length >= MOST_ENTRIES) return refused('wall-full', { most: MOST_ENTRIES })
  return accepted([{ kind: 'workshop.entry-written.v1', payload: { entry, group: before ? before.group : group, content } }])
}

function takeStance(wall: Wall, { type: _type, ...taken }: Extract<WorkshopCommand, { readonly type: 'take-stance' }>): Decided {
  const entry = wall.entries.find((one) => one.id === taken.entry)
  if (!entry) return refused('unknown-entry')
  if (entry.group === taken.group) return refused('own-entry')
  if (taken.stance === 'dissent' && (taken.reason ?? '').trim() === '') return refused('dissent-without-reason')
  const { entry: _entry, ...said } = taken
  if (entry.stances.some((one) => canonicalJson(one) === canonicalJson(said))) return refused('already-on-the-wall')
  return accepted([{ kind: 'workshop.stance-taken.v1', payload: taken }])
}

function writeCard(wall: Wall, { type: _type, ...card }: Extract<WorkshopCommand, { readonly type: 'write-card' }>): Decided {
  const before = wall.cards.find((one) => one.id === card.card)
  if (!before && wall.cards.length >= MOST_CARDS) return refused('wall-full', { most: MOST_CARDS })
  if (card.text.trim() === '') return refused('card-without-text')
  if (before && before.text === card.text && before.kind === card.kind && before.under === card.under) return refused('already-on-the-wall')
  if (card.kind === 'core' && wall.cards.some((one) => one.kind === 'core' && one.id !== card.card)) return refused('core-stands-already')
  if (card.under !== null) {
    if (!wall.cards.some((one) => one.id === card.under)) return refused('unknown-hall-card')
    if (leadsTo(wall, card.under, card.card)) return refused('card-cycle')
  }
  return accepted([{ kind: 'workshop.card-written.v1', payload: card }])
}
/** Whether going up from one card one comes by the other: hanging it there would close a ring. */
function leadsTo(wall: Wall, from: string, to: string): boolean {
  const seen = new Set<string>()
  for (let at: string | null = from; at !== null && !seen.has(at); at = wall.cards.find((one) => one.id === at)?.under ?? null) {
    if (at === to) return true
    seen.add(at)
  }
  return false
}

function castVotes(wall: Wall, { group, votes }: Extract<WorkshopCommand, { readonly type: 'cast-votes' }>): Decided {
  const laid = votes.filter((one) => one.dots > 0)
  if (new Set(votes.map((one) => one.card)).size < votes.length) return refused('card-twice')
  if (laid.some((one) => !wall.cards.some((card) => card.id === one.card))) return refused('unknown-hall-card')
  const [sum, budget] = [laid.reduce((all, one) => all + one.dots, 0), budgetOf(wall, group)]
  if (sum > budget) return refused('votes-over-budget', { group, sum, budget })
  const stands = wall.votes.get(group) ?? new Map<string, number>()
  if (stands.size === laid.length && laid.every((one) => stands.get(one.card) === one.dots)) return refused('already-on-the-wall')
  return accepted([{ kind: 'workshop.votes-cast.v1', payload: { group, votes: laid } }])
}

function freeze(wall: Wall, { shown, remark }: Extract<WorkshopCommand, { readonly type: 'freeze' }>, context: WorkshopContext): Decided {
  const content = contentOf(wall)
  if (content === null || wall.entries.length === 0) return refused('nothing-to-freeze')
  if (shown !== wall.acts) return refused('wall-changed-meanwhile', { acts: wall.acts })
  if (wall.frozenAt === wall.acts) return refused('nothing-changed-since')
  const sha256 = context.hashOf(content)
  const payload = { version: wall.versions.length + 1, on: context.today, sha256, remark: remark ?? null, content, by: context.account }
  return accepted([{ kind: 'workshop.frozen.v1', payload }])
}

export const workshopDecider: Decider<Wall, WorkshopCommand, WorkshopEvent, WorkshopContext> = {
  initial: emptyWall,
  decide,
  evolve: evolveWall,
}
