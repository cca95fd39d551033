/*
A bag is weighed and closed with a tag. That is an observation: it is kept whatever the rules say about it, late, twice or
from a site without a right to produce. A critical finding puts it in quarantine, and with it the other lots of a tag that was
used twice. Only a command that names something that does not exist, or that lies outside the actor's area, is sent back.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { RegisterBag } from '../../contract.ts'
import type { LotEvent } from './lot-events.ts'
import type { BagFacts, LotContext, LotState } from './lot-state.ts'
import {
  bagMassFinding,
  dayOfStep,
  fromTheFuture,
  duplicateTag,
  foreignTag,
  ineligibleSite,
  said,
  tagOutOfTime,
  timeReversal,
  untaggedBag,
  wrongMineral,
} from '../plausibility/arrival-rules.ts'
import { normaliseTag } from '../tags/tag.ts'

export type RegisterBagCommand = { readonly type: 'register-bag' } & Infer<typeof RegisterBag>

/** Refusals: `lot-already-registered`, `unknown-site`, `unknown-organisation`, `outside-your-territory`. */
export function decideBag(state: LotState, command: RegisterBagCommand, context: LotContext): Outcome<readonly LotEvent[]> {
  const { bag, happenedOn } = context
  if (!bag) throw new Error('a bag is decided with the facts of its site and tag')
  if (state) return refused('lot-already-registered', { number: state.number })
  if (command.site !== null && !bag.site) return refused('unknown-site', { site: command.site })
  if (!context.knownOrganisations.includes(command.holder)) return refused('unknown-organisation', { organisation: command.holder })
  if (!bag.insideTerritory) return refused('outside-your-territory', { site: command.site, place: bag.number })

  const { type: _, tag: typed, tagIssuer, weighedOn = dayOfStep(happenedOn, command.producedOn), ...seen } = command
  const tag = typed === null ? null : normaliseTag(typed)
  const findings = bagFindings({ ...command, tag, weighedOn }, bag, context.today)
  const payload = {
    ...seen,
    tag,
    weighedOn,
    number: bag.number,
    tagIssuer: bag.tag?.issuer ?? tagIssuer ?? null,
    tagBatch: bag.tagBatch,
    standing: bag.standing,
    findings: [...findings],
    alsoHeld: bag.sameTag.map((other) => other.lot),
  }
  return accepted([{ kind: 'lot.bag-registered.v1', payload }])
}

function bagFindings(seen: RegisterBagCommand & { readonly weighedOn: string }, bag: BagFacts, today: string) {
  const { tag, site, producedOn, weighedOn, mineral, massGrams } = seen
  return said(
    ...(tag === null
      ? [untaggedBag(tag)]
      : [duplicateTag(tag, bag.sameTag[0] ?? null), foreignTag(tag, site, bag.tag), tagOutOfTime(tag, weighedOn, bag.tag)]),
    ineligibleSite(site, producedOn, bag.standing),
    timeReversal('weighed-before-produced', producedOn, weighedOn),
    fromTheFuture('weighed-in-the-future', weighedOn, today),
    wrongMineral(mineral, bag.site?.minerals ?? []),
    bagMassFinding(mineral, massGrams),
  )
}
