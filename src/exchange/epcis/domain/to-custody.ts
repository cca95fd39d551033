/*
What an event of somebody else means for custody: one or more commands, or the reason why it is only kept as received. It reads EPCIS
first and our own extension where EPCIS has no field; what it cannot know (a mass, a holder) it never guesses. Custody decides about
the commands with its own rules and the rights of the sender.
*/
import type { CommandType, CustodyCommand } from './custody-command.ts'
import { type JsonObject, isObject, textOf, textsOf } from './json.ts'
import { nameInUri, oursIn } from './own-words.ts'
import { readAssay, readBag, readCombination, readProcessing } from './to-custody-forming.ts'
import {
  type Goods,
  type Kept,
  type Read,
  afterDash,
  dayOfEvent,
  found,
  goodsIn,
  isMass,
  kept,
  partiesIn,
  placeIn,
  quantitiesIn,
  reportsIn,
  saidFields,
  stepOf,
  wholeGrams,
} from './to-custody-parts.ts'

export type { CustodyCommand } from './custody-command.ts'
export type ToCustody =
  | { readonly commands: readonly CustodyCommand[]; readonly kept: null }
  /** Kept as received: why (`no-mass`, `no-holder`, `not-a-custody-act`, …). */
  | { readonly commands: readonly []; readonly kept: Kept }
export interface ImportContext {
  /** Our own identifiers begin with this. */
  readonly base: string
}

export function commandsFromEvent(normal: JsonObject, _context: ImportContext): ToCustody {
  if (normal['errorDeclaration'] !== undefined)
    return { commands: [], kept: { reason: 'declares-an-error', detail: textOf(normal['eventID']) ?? '' } }
  const act = actOf(normal)
  const reader = act === null ? undefined : readers.get(act)
  if (!reader)
    return { commands: [], kept: { reason: 'not-a-custody-act', detail: act ?? `${textOf(normal['type'])} ${stepOf(normal)}`.trim() } }
  const read = reader(normal)
  return read.ok ? { commands: read.value, kept: null } : { commands: [], kept: read.kept }
}

type Reader = (event: JsonObject) => Read<readonly CustodyCommand[]>
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['register-bag', readBag],
  ['combine-lots', readCombination],
  ['process-lot', readProcessing],
  ['record-assay', readAssay],
  ['transfer-lot', readSending],
  ['receive-lot', readReceipt],
  ['quarantine-lot', readReason('quarantine-lot', 'goods are held')],
  ['release-lot', readReason('release-lot', 'goods are free again')],
  ['void-lot', readReason('void-lot', 'the record was a mistake')],
  ['correct-mass', readCorrection],
  ['record-leg', (event) => forEach(event, ({ lot }) => legOf(event, lot))],
  ['reject-lot', readWeighed('reject-lot', { day: 'rejectedOn', words: ['reason'], mass: 'maybe' })],
  ['take-back-lot', readWeighed('take-back-lot', { day: 'takenBackOn', words: ['reason'], mass: 'needed' })],
  ['store-lot', readWeighed('store-lot', { day: 'storedOn', words: ['place'], mass: 'needed', depot: true })],
  ['leave-depot', readWeighed('leave-depot', { day: 'leftOn', words: [], mass: 'needed' })],
  ['seize-lot', readWeighed('seize-lot', { day: 'seizedOn', words: ['authority', 'paper', 'reason'], mass: 'none' })],
  ['lift-seizure', readWeighed('lift-seizure', { day: 'liftedOn', words: ['paper', 'reason'], mass: 'none' })],
  ['pack-lot', readPacking],
])

/** Our own events say which act they are; of others it follows from type, action and business step. */
function actOf(event: JsonObject): string | null {
  const own = textOf(oursIn(event)['act'])
  if (own !== null) return own
  const step = stepOf(event)
  switch (event['type']) {
    case 'ObjectEvent':
      return event['action'] === 'ADD'
        ? commissions.has(step)
          ? 'register-bag'
          : null
        : event['action'] === 'OBSERVE'
          ? observed(event, step)
          : null
    case 'TransformationEvent': {
      const outputs = quantitiesIn(event['outputQuantityList'])
      return outputs.ok && outputs.value.length > 1 ? 'process-lot' : 'combine-lots'
    }
    case 'AggregationEvent':
      return event['action'] === 'ADD' && textOf(event['parentID']) !== null ? 'combine-lots' : null
    default:
      return null
  }
}
const commissions = new Set(['commissioning', 'creating_class_instance', 'encoding'])
function observed(event: JsonObject, step: string): string | null {
  if (step === 'shipping') return 'transfer-lot'
  if (step === 'receiving' || step === 'accepting') return 'receive-lot'
  const disposition = event['persistentDisposition']
  const [set, unset] = isObject(disposition) ? [textsOf(disposition['set']), textsOf(disposition['unset'])] : [[], []]
  const conforms = (list: readonly string[], word: string): boolean => list.some((one) => afterDash(one) === word)
  if (step === 'holding' && conforms(set, 'non_conformant')) return 'quarantine-lot'
  if (conforms(unset, 'non_conformant')) return 'release-lot'
  const isAssay = reportsIn(event).some((report) => !isMass(report) && textOf(report['chemicalSubstance']) !== null)
  return isAssay ? 'record-assay' : null
}

/** One command for each lot of the event; the first that cannot be said keeps the whole event. */
function forEach(event: JsonObject, make: (goods: Goods) => Read<CustodyCommand>): Read<readonly CustodyCommand[]> {
  const goods = goodsIn(event)
  if (!goods.ok) return goods
  if (goods.value.length === 0) return kept('no-lot')
  const commands: CustodyCommand[] = []
  for (const one of goods.value) {
    const made = make(one)
    if (!made.ok) return made
    commands.push(made.value)
  }
  return found(commands)
}

function readSending(event: JsonObject): Read<readonly CustodyCommand[]> {
  const { to } = partiesIn(event)
  if (to === null) return kept('no-recipient')
  const said = oursIn(event)
  return forEach(event, (one) => {
    const grams = wholeGrams(one)
    if (!grams.ok) return grams
    const data = {
      ...{ to, massGrams: grams.value, sentOn: said['sentOn'] ?? dayOfEvent(event) },
      ...saidFields({ paper: said['paper'] ?? paperIn(event), legs: said['legs'], papers: said['papers'], despite: said['despite'] }),
    }
    return found({ type: 'transfer-lot', lot: one.lot, data })
  })
}
/** The slip under which goods travel, unless it is one of several papers of our own. */
function paperIn(event: JsonObject): string | null {
  if (oursIn(event)['act'] !== undefined) return null
  const list = event['bizTransactionList']
  const slip = Array.isArray(list) ? list.find((one) => isObject(one) && ['desadv', 'bol'].includes(afterDash(one['type']))) : undefined
  const name = isObject(slip) ? textOf(slip['bizTransaction']) : null
  return name === null ? null : nameInUri(name).slice(0, 60)
}

function readReceipt(event: JsonObject): Read<readonly CustodyCommand[]> {
  const said = oursIn(event)
  return forEach(event, (one) => {
    const grams = wholeGrams(one)
    if (!grams.ok) return grams
    const data = {
      ...{ massGrams: grams.value, receivedOn: said['receivedOn'] ?? dayOfEvent(event) },
      ...saidFields({ function: said['function'], otherSide: said['otherSide'] }),
    }
    return found({ type: 'receive-lot', lot: one.lot, data })
  })
}

function readReason(type: CommandType, otherwise: string): Reader {
  return (event) => forEach(event, ({ lot }) => found({ type, lot, data: { reason: oursIn(event)['reason'] ?? `EPCIS: ${otherwise}` } }))
}

/** The right event beside a declared error: only the mass is taken over. */
function readCorrection(event: JsonObject): Read<readonly CustodyCommand[]> {
  const isMade = event['type'] === 'TransformationEvent'
  const goods = isMade ? quantitiesIn(event['outputQuantityList']) : goodsIn(event)
  if (!goods.ok) return goods
  const [one] = goods.value
  if (one === undefined) return kept('no-lot')
  const grams = wholeGrams(one)
  if (!grams.ok) return grams
  const data = { massGrams: grams.value, reason: oursIn(event)['reason'] ?? 'EPCIS: corrected by its sender' }
  return found([{ type: 'correct-mass', lot: one.lot, data }])
}

function legOf(event: JsonObject, lot: string): Read<CustodyCommand> {
  const leg = oursIn(event)['leg']
  return isObject(leg) ? found({ type: 'record-leg', lot, data: leg }) : kept('no-leg', lot)
}

interface Shape {
  readonly day: string
  /** Texts without which custody cannot take it. */
  readonly words: readonly string[]
  readonly mass: 'needed' | 'maybe' | 'none'
  readonly depot?: true
}
/** Acts of one lot that are a day, some words and perhaps a weight. */
function readWeighed(type: CommandType, { day, words, mass, depot }: Shape): Reader {
  return (event) =>
    forEach(event, (one) => {
      const said = oursIn(event)
      const missing = words.find((word) => textOf(said[word]) === null)
      if (missing !== undefined) return kept(`no-${missing}`, one.lot)
      const place = placeIn(event, 'bizLocation')
      if (depot && place === null) return kept('no-depot', one.lot)
      const grams = mass === 'none' || (mass === 'maybe' && one.milligrams === null) ? null : wholeGrams(one)
      if (grams !== null && !grams.ok) return grams
      const data = {
        ...saidFields(Object.fromEntries(words.map((word) => [word, said[word]]))),
        ...saidFields({ depot: depot ? place : null, massGrams: grams?.value }),
        [day]: said[day] ?? said['on'] ?? dayOfEvent(event),
      }
      return found({ type, lot: one.lot, data })
    })
}

/** Our own packing; a foreign one is read as a lot made of what is packed. */
function readPacking(event: JsonObject): Read<readonly CustodyCommand[]> {
  const goods = quantitiesIn(event['childQuantityList'])
  if (!goods.ok) return goods
  const { packages, packageType, container, seals, destination, sealedOn } = oursIn(event)
  const data = {
    ...saidFields({ packages, packageType, container, destination }),
    seals: seals ?? [],
    sealedOn: sealedOn ?? dayOfEvent(event),
  }
  return goods.value.length === 0 ? kept('no-lot') : found(goods.value.map(({ lot }) => ({ type: 'pack-lot', lot, data })))
}
