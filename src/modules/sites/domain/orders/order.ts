/*
The arrêté: the only thing that gives a site a legal colour in the DRC. One order touches many sites through its annex, and may act
backwards. A validation rests on an accepted inspection of each site; a red listing, an extension, a withdrawal and a derogation do
not. Where the order departs from the team's proposal it must say why, and both stay visible. Refuses to compute a status.
*/
import { addMonths } from '../../../../kernel/calendar.ts'
import type { Decider } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import {
  type Infer,
  calendarDate,
  count,
  exactly,
  grams,
  id,
  listOf,
  maybe,
  oneOf,
  record,
  taggedBy,
  text,
} from '../../../../kernel/schema.ts'
import { Attachment } from '../../../documents/contract.ts'

/** Longest period that an order may state by months (D): ten years, beyond which a number is a slip of the finger. */
const LONGEST_MONTHS = 120
export const OrderKind = oneOf('validation', 'red_listing', 'extension', 'withdrawal', 'derogation')
export const OrderColour = oneOf('green', 'yellow', 'red')

export const AnnexLine = record({
  site: id('site'),
  colour: OrderColour,
  /** Why the colour is another than the one that the accepted inspection proposed. */
  deviationReason: maybe(text(2000)),
})
/** A stock that a mission found on a site and that the Minister lets go, by an order of kind derogation. */
export const StockDerogation = record({ site: id('site'), quantityGrams: grams(), foundOn: calendarDate(), reason: text(2000) })
export type StockDerogation = Infer<typeof StockDerogation>

const orderText = {
  orderKind: OrderKind,
  number: text(120),
  signatoryRole: text(60),
  signedOn: calendarDate(),
  effectiveFrom: calendarDate(),
  durationMonths: maybe(count()),
  effectiveTo: maybe(calendarDate()),
  legalBasis: listOf(text(200), 20),
  supersedes: maybe(id('order')),
  /** The grounds, one per "Considérant". */
  recitals: maybe(listOf(text(2000), 30)),
  signedAtPlace: maybe(text(120)),
  /** The signed paper. */
  scan: maybe(Attachment),
  derogations: maybe(listOf(StockDerogation, 2000)),
  /** The draft that became this order; no other order comes from it. */
  draft: maybe(id('order-draft')),
}

/** Who signs an order. Acts of before may carry other words; they are read as they were written. */
const SIGNATORIES: readonly string[] = ['MINISTER', 'MINISTER_PROV']

/** One line as it was signed: with the inspection it rests on and what that one proposed. */
export const SignedAnnexLine = record({
  site: id('site'),
  colour: OrderColour,
  inspection: maybe(id('inspection')),
  proposed: maybe(OrderColour),
  deviationReason: maybe(text(2000)),
})
export const OrderSigned = record({
  ...orderText,
  annex: listOf(SignedAnnexLine, 2000),
  /** First day on which the order's own period no longer runs; absent when its text is silent. */
  until: maybe(calendarDate()),
  rulebook: record({ id: text(40), hash: text(64) }),
})
export type OrderSigned = Infer<typeof OrderSigned>

export const orderKinds = {
  'order.signed.v1': OrderSigned,
  'order.published.v1': record({ on: calendarDate(), reference: maybe(text(300)) }),
  'order.annulled.v1': record({ on: calendarDate(), reason: text(2000) }),
} as const
export type OrderEvent = {
  [Kind in keyof typeof orderKinds]: { readonly kind: Kind; readonly payload: Infer<(typeof orderKinds)[Kind]> }
}[keyof typeof orderKinds]

/** What is sent to sign an order. */
export const OrderText = record({ ...orderText, annex: listOf(AnnexLine, 2000) })
export const OrderCommand = taggedBy('say', [
  record({ say: exactly('sign'), ...OrderText.shape }),
  record({ say: exactly('publish'), on: calendarDate(), reference: maybe(text(300)) }),
  record({ say: exactly('annul'), on: calendarDate(), reason: text(2000) }),
])
export type OrderCommand = Infer<typeof OrderCommand>
type SignCommand = Extract<OrderCommand, { say: 'sign' }>

export interface OrderState {
  readonly phase: 'none' | 'signed' | 'published' | 'annulled'
  readonly signedOn: string | null
}

/** What is known of one site of the annex, on the day the order takes effect. */
export interface AnnexFacts {
  readonly site: string
  /** The record that it was merged into; absent for all others. */
  readonly survivor?: string
  readonly known: boolean
  readonly outside: string | null
  readonly inspection: {
    readonly id: NonNullable<Infer<typeof SignedAnnexLine>['inspection']>
    readonly colour: 'green' | 'yellow' | 'red'
    /** The day of the visit, to be shown beside the line. */
    readonly on?: string
  } | null
  /** The colour that an order gives it just before, and the first day on which a red may be looked at again. */
  readonly orderedColour: 'green' | 'yellow' | 'red' | null
  readonly redMinimumUntil: string | null
}
export interface OrderContext {
  readonly numberTaken: boolean
  readonly supersededKnown: boolean
  readonly sites: readonly AnnexFacts[]
  readonly rulebook: { readonly id: string; readonly hash: string }
  readonly today: string
  /** Whether the bytes of the scan lie with the documents; absent or true without a scan. */
  readonly scanKept?: boolean
  /** The number of the order that the named draft already became. */
  readonly draftSignedAs?: string | null
}

function decide(state: OrderState, command: OrderCommand, context: OrderContext): Outcome<readonly OrderEvent[]> {
  if (command.say === 'sign') return sign(state, command, context)
  if (state.phase === 'none') return refused('no-such-order')
  if (command.on > context.today) return refused('day-in-the-future', { day: command.on })
  if (state.phase === 'annulled') return refused('order-annulled')
  if (command.say === 'annul' && state.signedOn !== null && command.on < state.signedOn)
    return refused('annulled-before-signed', { signedOn: state.signedOn })
  if (command.say === 'annul') return accepted([{ kind: 'order.annulled.v1', payload: { on: command.on, reason: command.reason } }])
  if (state.phase === 'published') return refused('order-already-published')
  if (state.signedOn !== null && command.on < state.signedOn) return refused('published-before-signed')
  const { on, reference } = command
  return accepted([{ kind: 'order.published.v1', payload: { on, ...(reference === undefined ? {} : { reference }) } }])
}

function sign(state: OrderState, command: SignCommand, context: OrderContext): Outcome<readonly OrderEvent[]> {
  if (state.phase !== 'none') return refused('order-already-signed')
  const wrong = refusalOfText(command, context) ?? refusalOfPapers(context) ?? refusalOfAnnex(command, context)
  if (wrong !== null) return wrong
  const facts = new Map(context.sites.map((one) => [one.site, one]))
  const { say: _say, annex, ...rest } = command
  const until =
    command.effectiveTo ?? (command.durationMonths === undefined ? undefined : addMonths(command.effectiveFrom, command.durationMonths))
  const lines = annex.map((line) => {
    const inspection = command.orderKind === 'validation' ? facts.get(line.site)?.inspection : null
    return inspection ? { ...line, inspection: inspection.id, proposed: inspection.colour } : line
  })
  const payload = { ...rest, annex: lines, rulebook: context.rulebook, ...(until === undefined ? {} : { until }) }
  return accepted([{ kind: 'order.signed.v1', payload }])
}

type Refused = ReturnType<typeof refused> | null

function refusalOfText(command: SignCommand, { numberTaken, supersededKnown, today }: OrderContext): Refused {
  if (numberTaken) return refused('order-number-taken', { number: command.number })
  if (!SIGNATORIES.includes(command.signatoryRole)) return refused('signatory-unknown')
  if (command.signedOn > today) return refused('day-in-the-future', { day: command.signedOn })
  if (command.effectiveTo !== undefined && command.effectiveTo <= command.effectiveFrom) return refused('order-dates-reversed')
  if (command.durationMonths === 0) return refused('order-dates-reversed')
  if ((command.durationMonths ?? 0) > LONGEST_MONTHS) return refused('order-too-long', { most: LONGEST_MONTHS })
  const byMonths = command.durationMonths === undefined ? undefined : addMonths(command.effectiveFrom, command.durationMonths)
  if (byMonths !== undefined && command.effectiveTo !== undefined && byMonths !== command.effectiveTo) {
    return refused('order-periods-disagree', { byMonths, effectiveTo: command.effectiveTo })
  }
  if (command.legalBasis.length === 0) return refused('order-without-legal-basis')
  if (command.supersedes !== undefined && !supersededKnown) return refused('superseded-order-unknown')
  return null
}

function refusalOfPapers({ scanKept = true, draftSignedAs = null }: OrderContext): Refused {
  if (!scanKept) return refused('scan-not-kept')
  return draftSignedAs === null ? null : refused('draft-already-signed', { number: draftSignedAs })
}

/** A derogation without a stock would let nothing go, and only a derogation lets stocks go. */
function refusalOfDerogation({ orderKind, annex, derogations = [] }: SignCommand, today: string): Refused {
  if (orderKind !== 'derogation') return derogations.length > 0 ? refused('stocks-need-a-derogation') : null
  const named = new Set(annex.map((line) => line.site))
  const stray = derogations.filter((stock) => !named.has(stock.site) || stock.quantityGrams === 0)
  if (stray.length > 0) return refused('stock-outside-the-annex', { sites: stray.map((stock) => stock.site) })
  const early = derogations.find((stock) => stock.foundOn > today)
  return early ? refused('day-in-the-future', { day: early.foundOn }) : null
}

function refusalOfAnnex(command: SignCommand, { sites, today }: OrderContext): Refused {
  if (command.annex.length === 0) return refused('annex-empty')
  const survivors = new Map<string, string>(sites.map((one) => [one.site, one.survivor ?? one.site]))
  const named = new Set(command.annex.map((line) => survivors.get(line.site) ?? line.site))
  if (named.size < command.annex.length) return refused('annex-names-a-site-twice')
  const unknown = sites.filter((one) => !one.known).map((one) => one.site)
  if (unknown.length > 0) return refused('unknown-sites', { sites: unknown })
  const outside = sites.find((one) => one.outside !== null)
  if (outside?.outside) return refused('outside-your-territory', { place: outside.outside })
  const stocks = refusalOfDerogation(command, today)
  if (stocks !== null) return stocks
  if (command.orderKind === 'red_listing' && command.annex.some((line) => line.colour !== 'red')) return refused('red-listing-is-red')
  if (command.orderKind === 'extension') return refusalOfExtension(command, sites)
  return command.orderKind === 'validation' ? refusalOfValidation(command, sites) : null
}

function refusalOfExtension(command: SignCommand, sites: readonly AnnexFacts[]): Refused {
  const facts = new Map(sites.map((one) => [one.site, one]))
  const strangers = command.annex.filter((line) => facts.get(line.site)?.orderedColour !== line.colour).map((line) => line.site)
  return strangers.length > 0 ? refused('nothing-to-extend', { sites: strangers }) : null
}

function refusalOfValidation(command: SignCommand, sites: readonly AnnexFacts[]): Refused {
  const facts = new Map(sites.map((one) => [one.site, one]))
  const without = command.annex.filter((line) => !facts.get(line.site)?.inspection).map((line) => line.site)
  if (without.length > 0) return refused('inspection-missing', { sites: without })
  const early = command.annex.find((line) => {
    const until = facts.get(line.site)?.redMinimumUntil ?? null
    return line.colour !== 'red' && until !== null && command.effectiveFrom < until
  })
  if (early) return refused('red-minimum-not-over', { site: early.site, until: facts.get(early.site)?.redMinimumUntil ?? null })
  const silent = command.annex.find(
    (line) => line.deviationReason === undefined && facts.get(line.site)?.inspection?.colour !== line.colour,
  )
  if (silent) {
    return refused('deviation-needs-a-reason', {
      site: silent.site,
      proposed: facts.get(silent.site)?.inspection?.colour ?? null,
      ordered: silent.colour,
    })
  }
  return null
}

function evolve(state: OrderState, event: OrderEvent): OrderState {
  if (event.kind === 'order.signed.v1') return { phase: 'signed', signedOn: event.payload.signedOn }
  return { ...state, phase: event.kind === 'order.published.v1' ? 'published' : 'annulled' }
}

export const orderDecider: Decider<OrderState, OrderCommand, OrderEvent, OrderContext> = {
  initial: { phase: 'none', signedOn: null },
  decide,
  evolve,
}
