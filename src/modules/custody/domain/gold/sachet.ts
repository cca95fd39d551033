/*
A sachet of gold is weighed, tested, bought and closed with a seal. That is an observation: it is kept whatever the rules say, and a critical
finding holds it. To open it again is a decision: it takes a reason and two bodies that watch, neither of them the holder (D).
A sachet's number must be registered like that of a tag, but it need not be given to a site: trading centres have sachets too.
*/
import { type Outcome, type Refusal, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { Finding } from '../../contract.ts'
import type { ReopenSachet, SealSachet } from '../../contract-gold.ts'
import type { LotEvent } from '../lots/lot-events.ts'
import type { BagFacts, LotContext, LotState } from '../lots/lot-state.ts'
import {
  dayOfStep,
  foreignTag,
  fromTheFuture,
  gradeFinding,
  ineligibleSite,
  said,
  tagOutOfTime,
  timeReversal,
  wrongMineral,
} from '../plausibility/arrival-rules.ts'
import { normaliseTag } from '../tags/tag.ts'
import { brokenSeal, serialTwice, twoScales } from './gold-rules.ts'
import { amountOfGold, fineOf, gramsOfGold, paidShare } from './worth.ts'

export type SealCommand = { readonly type: 'seal-sachet' } & Infer<typeof SealSachet>
export type ReopenCommand = { readonly type: 'reopen-sachet' } & Infer<typeof ReopenSachet>
type Decided = Outcome<readonly LotEvent[]>

/** Refusals: `lot-already-registered`, `unknown-site`, `unknown-organisation`, `outside-your-territory`, `not-the-buyer`, `sachet-is-empty`,
 * `digger-or-cooperative-needed`, `card-is-a-number`, `currency-not-valid`. */
export function decideSealing(state: LotState, command: SealCommand, context: LotContext): Decided {
  const { bag, happenedOn } = context
  if (!bag) throw new Error('a sachet is decided with the facts of its site and number')
  if (state) return refused('lot-already-registered', { number: state.number })
  const stopped = refusalOfSealing(command, context, bag)
  if (stopped) return { ok: false, refusal: stopped }

  const { type: _, serial: typed, serialIssuer, sealedOn = dayOfStep(happenedOn, command.producedOn), ...seen } = command
  const serial = normaliseTag(typed)
  const { massMilligrams, finenessTenthsPerMille, price, buyer } = command
  const fineMilligrams = fineOf(massMilligrams, finenessTenthsPerMille)
  const amountHundredths = price ? amountOfGold({ massMilligrams, fineMilligrams }, price) : null
  const reference = context.gold?.reference ?? null
  const payload = {
    ...seen,
    ...{ serial, sealedOn, number: bag.number, kind: 'gold-sachet' as const, mineral: 'Au' as const, holder: buyer },
    ...{ serialIssuer: bag.tag?.issuer ?? serialIssuer ?? null, tagBatch: bag.tagBatch },
    ...{ massGrams: gramsOfGold(massMilligrams), fineMilligrams, amountHundredths },
    reference: reference && {
      ...reference,
      paidHundredthsOfPercent:
        amountHundredths === null ? null : paidShare(amountHundredths, fineMilligrams, reference.hundredthsPerFineGram),
    },
    standing: bag.standing,
    findings: [...sealingFindings({ ...command, serial, sealedOn }, bag, context.today)],
    alsoHeld: bag.sameTag.map((other) => other.lot),
  }
  return accepted([{ kind: 'gold.sachet-sealed.v1', payload }])
}

function refusalOfSealing(command: SealCommand, context: LotContext, bag: BagFacts): Refusal | null {
  const { site, buyer, cooperative, artisanCard, price, massMilligrams } = command
  if (site !== null && !bag.site) return { code: 'unknown-site', facts: { site } }
  const stranger = [buyer, cooperative].find((one) => one !== undefined && !context.knownOrganisations.includes(one))
  if (stranger !== undefined) return { code: 'unknown-organisation', facts: { organisation: stranger } }
  if (!bag.insideTerritory) return { code: 'outside-your-territory', facts: { site, place: bag.number } }
  if (context.reach === 'own-lots' && context.organisation !== buyer) return { code: 'not-the-buyer', facts: { number: bag.number } }
  if (massMilligrams === 0) return { code: 'sachet-is-empty', facts: { number: bag.number } }
  if (artisanCard === undefined && cooperative === undefined) return { code: 'digger-or-cooperative-needed', facts: { number: bag.number } }
  if (artisanCard !== undefined && !/\d/.test(artisanCard)) return { code: 'card-is-a-number', facts: { number: bag.number } }
  return price && !/^[A-Z]{3}$/.test(price.currency) ? { code: 'currency-not-valid', facts: { currency: price.currency } } : null
}

function sealingFindings(seen: SealCommand & { readonly sealedOn: string }, bag: BagFacts, today: string): readonly Finding[] {
  const { serial, site, producedOn, sealedOn } = seen
  return said(
    serialTwice(serial, bag.sameTag[0]),
    foreignTag(serial, site, bag.tag),
    bag.tag?.allocatedOn === null && bag.tag.declared === null ? null : tagOutOfTime(serial, sealedOn, bag.tag),
    ineligibleSite(site, producedOn, bag.standing),
    timeReversal('sealed-before-produced', producedOn, sealedOn),
    fromTheFuture('sealed-in-the-future', sealedOn, today),
    wrongMineral('Au', bag.site?.minerals ?? []),
    gradeFinding('Au', seen.finenessTenthsPerMille / 10, 'per-mille'),
  )
}

/** Refusals: `unknown-lot`, `lot-voided`, `not-the-holder`, `lot-in-transit`, `not-a-sachet`, `already-drawn-from`, `two-witnesses-needed`,
 * `holder-is-no-witness`, `unknown-organisation`. A sachet in quarantine may be opened: that is how it is looked into. */
export function decideReopening(lot: LotState, command: ReopenCommand, context: LotContext): Decided {
  if (!lot) return refused('unknown-lot')
  const { number, holder } = lot
  if (lot.voided) return refused('lot-voided', { number })
  if (context.organisation !== holder) return refused('not-the-holder', { number, holder })
  if (lot.sent) return refused('lot-in-transit', { number })
  if (lot.kind !== 'gold-sachet') return refused('not-a-sachet', { number })
  if (context.lot.drawnGrams > 0 || (context.lot.drawnMilligrams ?? 0) > 0)
    return refused('already-drawn-from', { number, drawnGrams: context.lot.drawnGrams })
  const bodies = new Set(command.witnesses.map((one) => one.organisation))
  if (bodies.has(holder)) return refused('holder-is-no-witness', { number })
  if (bodies.size < 2) return refused('two-witnesses-needed', { number })
  const stranger = [...bodies].find((one) => !context.knownOrganisations.includes(one))
  if (stranger !== undefined) return refused('unknown-organisation', { organisation: stranger })

  const { type: _, newSerial: typed, reopenedOn = dayOfStep(context.happenedOn, lot.lastOn), ...seen } = command
  const newSerial = typed === undefined ? null : normaliseTag(typed)
  const same = newSerial === null ? [] : (context.gold?.sameSerial ?? [])
  const before = lot.massMilligrams ?? 0
  const findings = said(
    newSerial === null ? null : serialTwice(newSerial, same[0]),
    newSerial === null ? null : foreignTag(newSerial, null, context.gold?.newTag ?? null),
    brokenSeal(number, command.sealFound === 'broken'),
    twoScales(number, before, command.beforeMilligrams),
    twoScales(number, command.beforeMilligrams, command.afterMilligrams),
    timeReversal('reopened-before-last-step', lot.lastOn, reopenedOn),
    fromTheFuture('reopened-in-the-future', reopenedOn, context.today),
  )
  const payload = {
    ...seen,
    ...{ number, newSerial, oldSerial: lot.serial ?? null, reopenedOn },
    ...{ massMilligrams: command.afterMilligrams, massGrams: gramsOfGold(command.afterMilligrams) },
    ...{ findings: [...findings], alsoHeld: same.map((other) => other.lot) },
  }
  return accepted([{ kind: 'gold.reopened.v1', payload }])
}
