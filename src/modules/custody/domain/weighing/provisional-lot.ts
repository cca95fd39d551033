/*
A lot's page with the commands written in that wait on a telephone: folded by the decisions of the register itself. Pure: what is kept and what
waits come in, the page goes out, provisional and saying so.
*/
import type { Infer } from '../../../../kernel/schema.ts'
import { todayAt } from '../../../../kernel/calendar.ts'
import type { Refusal } from '../../../../kernel/outcome.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { CorrectMass, Finding, LotDetail, LotSummary, VoidLot } from '../../contract.ts'
import { lotDecider } from '../lots/lot.ts'
import type { LotEvent } from '../lots/lot-events.ts'
import { type Lot, type LotContext, type LotState, untouched } from '../lots/lot-state.ts'
import { type AroundBag, type BagData, bagContext, heardFindings, isHeld, ownContext, unsaidRules } from './provisional-bag.ts'

export type WaitingOnLot = { readonly id: string; readonly happenedAt: string } & (
  | { readonly say: 'bag'; readonly data: BagData; readonly siteName: string | null; readonly holderName: string | null }
  | { readonly say: 'correction'; readonly data: Infer<typeof CorrectMass> }
  | { readonly say: 'voiding'; readonly data: Infer<typeof VoidLot> }
)
export interface Provisional {
  /** Commands about this lot that the server has not taken. */
  readonly waiting: number
  /** The bag itself is not at the server. */
  readonly weighedHere: boolean
  /** Rules that could not speak here. */
  readonly unsaid: readonly string[]
  readonly refused: readonly Refusal[]
}
export type ProvisionalLot = LotDetail & { readonly provisional?: Provisional }

/** Null when neither the server nor this phone knows the lot. */
export function foldLot(known: LotDetail | null, waiting: readonly WaitingOnLot[], around: AroundBag): ProvisionalLot | null {
  let page: LotDetail | null = known
  let provisional: Provisional = { waiting: 0, weighedHere: false, unsaid: [], refused: [] }
  for (const said of waiting) {
    if (said.say === 'bag') {
      if (page !== null) continue
      const made = bagPage(said, around)
      provisional = { ...provisional, waiting: provisional.waiting + 1, weighedHere: true, unsaid: unsaidRules(said.data, around) }
      if (made.ok) page = made.page
      else provisional = { ...provisional, refused: [...provisional.refused, made.refusal] }
      continue
    }
    if (page === null) continue
    const changed = changedPage(page, said, around)
    provisional = { ...provisional, waiting: provisional.waiting + 1 }
    if (changed.ok) page = changed.page
    else provisional = { ...provisional, refused: [...provisional.refused, changed.refusal] }
  }
  return page === null ? null : provisional.waiting === 0 ? page : { ...page, provisional }
}

type Made = { readonly ok: true; readonly page: LotDetail } | { readonly ok: false; readonly refusal: Refusal }

function bagPage(said: Extract<WaitingOnLot, { say: 'bag' }>, around: AroundBag): Made {
  const { id, happenedAt, data } = said
  const context = { ...bagContext(id, data, around), happenedOn: todayAt(happenedAt) }
  const outcome = lotDecider.decide(null, { type: 'register-bag', ...data }, context)
  if (!outcome.ok) return outcome
  const event = outcome.value[0]
  if (event?.kind !== 'lot.bag-registered.v1') return { ok: false, refusal: { code: 'unknown-lot', facts: {} } }
  const { number, tag, mineral, massGrams, tareGrams, producedOn, weighedOn, holder } = event.payload
  const findings = heardFindings(event.payload.findings, data, around)
  const lot: LotSummary = {
    ...{ id: asId('lot', id), number, kind: 'bag', state: isHeld(findings) ? 'quarantined' : 'held', mineral, massGrams },
    ...{ massMilligrams: null, remainingGrams: massGrams, remainingMilligrams: null },
    ...{ holder, holderName: said.holderName, owner: holder, ownerName: said.holderName, recipient: null, recipientName: null },
    ...{ site: data.site, siteName: said.siteName, tag, producedOn, formedOn: weighedOn, learnedAt: happenedAt },
    worstFinding: worstOf(findings),
    ...(isHeld(findings) ? { heldSince: happenedAt } : {}),
  }
  return {
    ok: true,
    page: {
      lot,
      quarantine: isHeld(findings) ? { because: rulesOf(findings), since: happenedAt } : null,
      heldBySource: null,
      findings: findings.map((one) => ({ ...one, learnedAt: happenedAt, releasedBecause: null })),
      weighings: [
        {
          kind: 'tagging',
          massGrams,
          massMilligrams: null,
          tareGrams: tareGrams ?? null,
          weighedOn,
          learnedAt: happenedAt,
          organisation: holder,
        },
      ],
      ...{ transfers: [], assays: [], inputs: [], outputs: [] },
    },
  }
}

function changedPage(page: LotDetail, said: Exclude<WaitingOnLot, { say: 'bag' }>, around: AroundBag): Made {
  const state = stateOf(page)
  const context = contextOf(page, { ...around, today: todayAt(said.happenedAt) })
  const outcome =
    said.say === 'correction'
      ? lotDecider.decide(state, { type: 'correct-mass', ...said.data }, context)
      : lotDecider.decide(state, { type: 'void-lot', isWithdrawal: true, ...said.data }, context)
  if (!outcome.ok) return outcome
  return { ok: true, page: outcome.value.reduce((before, event) => withEvent(before, event, { said, around }), page) }
}

function withEvent(
  page: LotDetail,
  event: LotEvent,
  { said, around }: { readonly said: WaitingOnLot; readonly around: AroundBag },
): LotDetail {
  if (event.kind === 'lot.voided.v1') {
    const { heldSince: _, ...lot } = page.lot
    return { ...page, lot: { ...lot, state: 'voided' }, quarantine: null }
  }
  if (event.kind !== 'lot.mass-corrected.v1') return page
  const { massGrams, findings } = event.payload
  const drawn = page.lot.massGrams - page.lot.remainingGrams
  const learned = findings.map((one) => ({ ...one, learnedAt: said.happenedAt, releasedBecause: null }))
  const all = [...page.findings, ...learned]
  const held = isHeld(findings) && page.quarantine === null
  return {
    ...page,
    lot: {
      ...page.lot,
      ...{ massGrams, remainingGrams: massGrams - drawn, worstFinding: worstOf(all) },
      ...(held ? { state: 'quarantined', heldSince: said.happenedAt } : {}),
    },
    quarantine: held ? { because: rulesOf(findings), since: said.happenedAt } : page.quarantine,
    findings: all,
    weighings: [
      ...page.weighings,
      {
        ...{
          kind: 'correction',
          massGrams,
          massMilligrams: null,
          tareGrams: null,
          weighedOn: said.happenedAt.slice(0, 10),
          learnedAt: said.happenedAt,
        },
        organisation: around.organisation === null ? null : asId('organisation', around.organisation),
      },
    ],
  }
}

/** As its page tells it; what the page does not say of the past is not asked by a correction or a voiding. */
function stateOf({ lot, weighings, inputs, transfers, quarantine }: LotDetail): LotState {
  const going = lot.state === 'in-transit' ? transfers.at(-1) : undefined
  const first = weighings[0]?.massGrams ?? lot.massGrams
  const state: Lot = {
    ...{ number: lot.number, kind: lot.kind, mineral: lot.mineral, holder: lot.holder, massGrams: lot.massGrams },
    inputGrams: inputs.length === 0 ? first : inputs.reduce((sum, one) => sum + one.drawnGrams, 0),
    lastOn: lot.formedOn,
    sent: going ? { to: going.to, massGrams: going.sentGrams, on: going.sentOn } : null,
    ...untouched,
    changedHands: transfers.some((one) => one.receivedOn !== null),
    ...{ quarantined: quarantine !== null, voided: lot.state === 'voided' },
  }
  return state
}
const contextOf = ({ lot, quarantine, heldBySource }: LotDetail, around: AroundBag): LotContext => ({
  ...ownContext(around),
  lot: {
    ...{ drawnGrams: lot.massGrams - lot.remainingGrams, quarantined: quarantine !== null, heldBySource },
    ...{ certificate: lot.state === 'exported' ? '—' : null, recordedBy: around.account, quarantinedBy: null },
  },
})

const rulesOf = (findings: readonly Finding[]): string =>
  [...new Set(findings.filter((one) => one.severity === 'C').map((one) => one.rule))].join(' ')
const worstOf = (findings: readonly Pick<Finding, 'severity'>[]): LotSummary['worstFinding'] =>
  (['C', 'A', 'W'] as const).find((severity) => findings.some((one) => one.severity === severity)) ?? null
