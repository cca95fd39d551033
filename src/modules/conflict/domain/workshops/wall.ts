/*
The wall of the hall as it stands after each act. Fold of the events of one workshop: what was withdrawn is gone from the wall and stays in the log; a group
that votes again takes its earlier dots back. The cost of a fold grows with the acts of the workshop, a few hundred in two days.
*/
import type {
  ConveneWorkshop,
  FrozenVersion,
  HallCard,
  HallEntry,
  HallStep,
  Seat,
  StanceTaken,
  WorkshopContent,
  WorkshopEvent,
} from '../../contract-workshops.ts'

type VotesOfGroup = ReadonlyMap<number, ReadonlyMap<string, number>>
export interface Wall {
  readonly convened: ConveneWorkshop | null
  readonly host: string | null
  readonly seats: readonly Seat[]
  readonly isHallOpen: boolean
  readonly step: HallStep
  readonly entries: readonly HallEntry[]
  readonly cards: readonly Omit<HallCard, 'dots'>[]
  readonly votes: VotesOfGroup
  /** All acts, and those after which the newest version was frozen. */
  readonly acts: number
  readonly frozenAt: number
  readonly entriesEver: number
  readonly versions: readonly Omit<FrozenVersion, 'at' | 'by'>[]
}
export const emptyWall: Wall = {
  ...{ convened: null, host: null, seats: [], isHallOpen: false, step: 'pause', entries: [], cards: [], votes: new Map() },
  ...{ acts: 0, frozenAt: 0, entriesEver: 0, versions: [] },
}

export function evolveWall(wall: Wall, event: WorkshopEvent): Wall {
  const next = { ...wall, ...changeOf(wall, event) }
  return isOfContent(event) ? { ...next, acts: wall.acts + 1 } : next
}
/** What a frozen version would hold; opening a door, turning a page or releasing a telephone changes nothing of it. */
const BESIDE: readonly WorkshopEvent['kind'][] = [
  ...(['workshop.hall-opened.v1', 'workshop.hall-shut.v1', 'workshop.step-shown.v1', 'workshop.frozen.v1'] as const),
  ...(['workshop.telephone-released.v1', 'workshop.code-renewed.v1'] as const),
]
const isOfContent = ({ kind }: WorkshopEvent): boolean => !BESIDE.includes(kind)

function changeOf(wall: Wall, event: WorkshopEvent): Partial<Wall> {
  switch (event.kind) {
    case 'workshop.convened.v1': {
      const { host, by: _by, ...convened } = event.payload
      return { convened, host }
    }
    case 'workshop.seats-set.v1':
      return { seats: event.payload.seats }
    case 'workshop.hall-opened.v1':
      return { isHallOpen: true }
    case 'workshop.hall-shut.v1':
      return { isHallOpen: false }
    case 'workshop.step-shown.v1':
      return { step: event.payload.step }
    case 'workshop.telephone-released.v1':
    case 'workshop.code-renewed.v1':
      return {}
    case 'workshop.entry-written.v1':
      return writeEntry(wall, event.payload)
    case 'workshop.entry-withdrawn.v1':
      return { entries: wall.entries.filter((one) => one.id !== event.payload.entry) }
    case 'workshop.stance-taken.v1': {
      const { entry, ...taken } = event.payload
      return { entries: wall.entries.map((one) => (one.id === entry ? { ...one, stances: withStance(one.stances, taken) } : one)) }
    }
    case 'workshop.card-written.v1': {
      const { card, ...rest } = event.payload
      const others = wall.cards.filter((one) => one.id !== card)
      const before = wall.cards.find((one) => one.id === card)
      return { cards: [...others, { ...rest, id: card, group: before?.group ?? rest.group }] }
    }
    case 'workshop.card-withdrawn.v1':
      return withoutCard(wall, event.payload.card)
    case 'workshop.votes-cast.v1':
      return { votes: new Map([...wall.votes, [event.payload.group, new Map(event.payload.votes.map((one) => [one.card, one.dots]))]]) }
    case 'workshop.frozen.v1': {
      const { version, on, sha256, remark } = event.payload
      return { versions: [...wall.versions, { version, on, sha256, remark }], frozenAt: wall.acts }
    }
  }
}

const MOST_EARLIER = 100
function writeEntry(
  wall: Wall,
  { entry, group, content }: Extract<WorkshopEvent, { readonly kind: 'workshop.entry-written.v1' }>['payload'],
): Partial<Wall> {
  const before = wall.entries.find((one) => one.id === entry)
  // What was agreed to was the text before: a rewritten entry is asked about anew.
  if (before) {
    const earlier = [...before.earlier, ...before.stances].slice(-MOST_EARLIER)
    return { entries: wall.entries.map((one) => (one.id === entry ? { ...one, content, stances: [], earlier } : one)) }
  }
  const number = wall.entriesEver + 1
  return { entries: [...wall.entries, { id: entry, number, group, content, stances: [], earlier: [] }], entriesEver: number }
}
const withStance = (stances: readonly StanceTaken[], taken: StanceTaken): StanceTaken[] =>
  [...stances.filter((one) => one.group !== taken.group), taken].toSorted((a, b) => a.group - b.group)

/** What hung under a withdrawn card hangs under what it hung under; its dots go back to who laid them. */
function withoutCard(wall: Wall, card: string): Partial<Wall> {
  const gone = wall.cards.find((one) => one.id === card)
  const cards = wall.cards
    .filter((one) => one.id !== card)
    .map((one) => (one.under === card ? { ...one, under: gone?.under ?? null } : one))
  const votes = new Map([...wall.votes].map(([group, laid]) => [group, new Map([...laid].filter(([one]) => one !== card))]))
  return { cards, votes }
}

export const cardsWithDots = ({ cards, votes }: Wall): HallCard[] =>
  cards.map((card) => ({ ...card, dots: [...votes.values()].reduce((sum, laid) => sum + (laid.get(card.id) ?? 0), 0) }))

/** Each seat has so many dots; a group of nobody has none. */
export const budgetOf = ({ seats, convened }: Wall, group: number): number =>
  seats.filter((seat) => seat.group === group).length * (convened?.dotsEach ?? 0)
export const laidBy = ({ votes }: Wall, group: number): number =>
  [...(votes.get(group) ?? new Map<string, number>()).values()].reduce((sum, dots) => sum + dots, 0)

export const contentOf = (wall: Wall): WorkshopContent | null =>
  wall.convened && { convened: wall.convened, seats: [...wall.seats], entries: [...wall.entries], cards: cardsWithDots(wall) }
