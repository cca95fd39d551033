/* The annex of an order while it is drafted: one line per site, what the team proposed, what the order decides. Pure. */
import type { InspectionList } from '../../domain/missions/mission-answers.ts'
import type { DraftLine, DraftLineShown } from '../../domain/orders/order-draft.ts'

export const orderColours = ['green', 'yellow', 'red'] as const
export type OrderColour = (typeof orderColours)[number]
export interface AnnexDraft {
  /** `null` while the register knows no such site. */
  readonly site: string | null
  /** What was written to name it. */
  readonly key: string
  readonly name: string
  readonly nationalId: string
  /** The order in force that already rests on this visit: such a line is taken by itself only, never with all the others. */
  readonly orderNumber: string | null
  /** Of the newest accepted inspection; null where the kind of order needs none. */
  readonly proposed: OrderColour | null
  readonly visitedOn: string | null
  readonly colour: OrderColour
  readonly deviationReason: string
  /** Of a derogation: kilograms as typed, day, reason. */
  readonly quantity: string
  readonly foundOn: string
  readonly stockReason: string
  /** Sites that the key may mean, when more than one. */
  readonly candidates: DraftLineShown['candidates']
  /** What the register says of the site, for the paper; `null` until the draft was kept. */
  readonly icglrId: string | null
  readonly territoire: string | null
  readonly position: string | null
  /** Written since the draft was last kept: nobody looked it up yet. */
  readonly isNew: boolean
}
export const emptyLine = {
  ...{
    site: null,
    key: '',
    name: '',
    nationalId: '',
    orderNumber: null,
    proposed: null,
    visitedOn: null,
    colour: 'red',
    deviationReason: '',
  },
  ...{ quantity: '', foundOn: '', stockReason: '', candidates: [], icglrId: null, territoire: null, position: null, isNew: true },
} as const satisfies AnnexDraft

/** What tells lines apart: the site, or what was written for it. */
export const lineId = ({ site, key }: Pick<AnnexDraft, 'site' | 'key'>): string => site ?? `?${key}`
const isOrderColour = (colour: string | null): colour is OrderColour => colour === 'green' || colour === 'yellow' || colour === 'red'

/** The newest accepted visit of each site as a line that decides what was proposed; newest visit first. */
export function linesOf({ inspections }: InspectionList): readonly AnnexDraft[] {
  const newest = new Map<string, AnnexDraft>()
  for (const one of inspections.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))) {
    if (newest.has(one.site) || !isOrderColour(one.result)) continue
    newest.set(one.site, {
      ...emptyLine,
      site: one.site,
      key: one.nationalId,
      name: one.name,
      nationalId: one.nationalId,
      orderNumber: one.orderNumber,
      proposed: one.result,
      visitedOn: one.on,
      colour: one.result,
    })
  }
  return [...newest.values()]
}

export interface LinesSorted {
  /** Visits that wait for an order. */
  readonly waiting: readonly AnnexDraft[]
  readonly ordered: readonly AnnexDraft[]
}
export const sortLines = (lines: readonly AnnexDraft[]): LinesSorted => ({
  waiting: lines.filter((line) => line.orderNumber === null),
  ordered: lines.filter((line) => line.orderNumber !== null),
})

/** How many sites the draft makes of each colour, green first; colours without a site are left out. */
export const coloursOf = (lines: readonly Pick<AnnexDraft, 'colour'>[]): readonly { readonly colour: OrderColour; readonly n: number }[] =>
  orderColours.map((colour) => ({ colour, n: lines.filter((line) => line.colour === colour).length })).filter(({ n }) => n > 0)

export const deviates = (line: AnnexDraft): boolean => line.proposed !== null && line.proposed !== line.colour
/** Lines that still owe a reason. */
export const silentLines = (lines: readonly AnnexDraft[]): readonly AnnexDraft[] =>
  lines.filter((line) => deviates(line) && line.deviationReason.trim() === '')

const gramsOf = (kilograms: string): number => Math.round(Number(kilograms.trim().replace(',', '.')) * 1000)
const said = (text: string): boolean => text.trim() !== ''

/** The `annex` of the command; lines without a site are not in it. */
export const annexOf = (lines: readonly AnnexDraft[]) =>
  lines.flatMap(({ site, colour, deviationReason }) =>
    site === null ? [] : [{ site, colour, ...(said(deviationReason) ? { deviationReason: deviationReason.trim() } : {}) }],
  )
/** The stocks of a derogation, of lines that say all of it. */
export const stocksOf = (lines: readonly AnnexDraft[]) =>
  lines.flatMap(({ site, quantity, foundOn, stockReason }) =>
    site === null || !(gramsOf(quantity) > 0) || foundOn === '' || !said(stockReason)
      ? []
      : [{ site, quantityGrams: gramsOf(quantity), foundOn, reason: stockReason.trim() }],
  )

type WithTextSite = Omit<DraftLine, 'site'> & { readonly site?: string }
/** The line as the draft keeps it; a line without a key is not kept. */
export function keptLine(line: AnnexDraft): readonly WithTextSite[] {
  const key = line.key.trim() || line.nationalId || line.name
  if (key === '') return []
  const grams = gramsOf(line.quantity)
  const kept: WithTextSite = {
    key,
    colour: line.colour,
    ...(line.site === null ? {} : { site: line.site }),
    ...(said(line.deviationReason) ? { deviationReason: line.deviationReason.trim() } : {}),
    ...(grams > 0 ? { quantityGrams: grams } : {}),
    ...(line.foundOn === '' ? {} : { foundOn: line.foundOn }),
    ...(said(line.stockReason) ? { stockReason: line.stockReason.trim() } : {}),
  }
  return [kept]
}

/** A line of the kept draft, or of a table that was read, as the screen edits it. */
export const editedLine = (line: DraftLine & Partial<DraftLineShown>, isNew: boolean): AnnexDraft => ({
  ...emptyLine,
  site: line.site ?? null,
  key: line.key,
  name: line.name ?? line.key,
  nationalId: line.nationalId ?? '',
  proposed: line.proposed ?? null,
  visitedOn: line.visitedOn ?? null,
  colour: line.colour,
  deviationReason: line.deviationReason ?? '',
  quantity: line.quantityGrams === undefined ? '' : String(line.quantityGrams / 1000),
  foundOn: line.foundOn ?? '',
  stockReason: line.stockReason ?? '',
  candidates: line.candidates ?? [],
  icglrId: line.icglrId ?? null,
  territoire: line.territoire ?? null,
  position: line.position ?? null,
  isNew,
})
