/*
What a row says was seen: workers, minerals, services, armed actors, women and children. Each cell becomes the normalised word
and, beside it, the word as written; a cell that is empty becomes nothing at all.
*/
import {
  ArmedActorClass,
  type ArmedPresence,
  type Interference,
  Mineral,
  type MineralSeen,
  PresenceFrequency,
  type SiteObservation,
} from '../../modules/sites/contract.ts'
import { armedSlots, interferenceColumns, serviceSlots } from './columns.ts'
import { defined, listed, oneWord } from './payload-parts.ts'
import type { Visit } from './read-visit.ts'
import type { SpellingBook } from './spelling-book.ts'
import { UNIDENTIFIED } from './spellings.ts'

/** Everything on the site's own state that the row answers; absent fields were not asked. */
export function observedIn(visit: Visit, book: SpellingBook): SiteObservation {
  const { row, flag } = visit
  const minerals = mineralsSeen(visit, book)
  const armed = armedSlots.flatMap((slot) => armedIn(visit, slot, book))
  const services = servicesWritten(visit).map((asWritten) => book.meaningOf('service', asWritten) ?? asWritten)
  return defined({
    workers: visit.workers,
    minerals: listed(minerals),
    mineralGroups: groupsSaid(flag),
    services: listed(services),
    armedPresence: flag('presence'),
    armedInterference: flag('interference'),
    armed: listed(armed),
    mercury: flag('mercury'),
    mechanisation: row.cell('mechanisation'),
    traceabilityScheme: row.cell('traceability'),
    childrenUnder15: flag('childunder15'),
    childrenWork: listed(splitList(row.cell('childunder15work'))),
    women: flag('women'),
    womenWork: listed(splitList(row.cell('womenwork'))),
    accessDry: row.cell('access_dry'),
    accessWet: row.cell('access_wet'),
  })
}

/** Absent where neither was asked. */
function groupsSaid(flag: Visit['flag']): SiteObservation['mineralGroups'] {
  const groups = defined({ threeT: flag('is_3t_mine'), gold: flag('is_gold_mine') })
  return Object.keys(groups).length === 0 ? undefined : groups
}

/** Services as the row writes them, in the order of the file. */
export const servicesWritten = ({ row }: Visit): readonly string[] => serviceSlots.flatMap((slot) => row.cell(`state_service${slot}`) ?? [])

/** In the order of the file; a mixed ore gives one entry per letter, with the same written word. */
export function mineralsSeen({ row }: Visit, book: SpellingBook): readonly MineralSeen[] {
  return armedSlots.flatMap((slot) => {
    const asWritten = row.cell(`mineral${slot}`)
    if (asWritten === undefined) return []
    const places = defined({
      sellingPoints: listed(splitList(row.cell(`selling_points_mineral${slot}`))),
      finalDestinations: listed(splitList(row.cell(`final_destination_mineral${slot}`))),
    })
    const letters = (book.meaningOf('mineral', asWritten) ?? 'other').split('+')
    return letters.map((letter) => ({ mineral: oneWord(Mineral, letter) ?? ('other' as const), asWritten, ...places }))
  })
}

/** An actor is there when it is named, classed, or accused; a frequency beside "Aucun" is no actor. */
function armedIn({ row, flag }: Visit, slot: (typeof armedSlots)[number], book: SpellingBook): readonly ArmedPresence[] {
  const group = row.cell(`armed_group${slot}`)
  const classAsWritten = row.cell(`type_armed_group${slot}`)
  const actorClass = classAsWritten === undefined ? null : book.meaningOf('armed-class', classAsWritten)
  const interference = interferenceOf((kind) => flag(`${kind}_armed_group${slot}`))
  const isAccused = Object.values(interference).includes(true)
  const isClassed = classAsWritten !== undefined && actorClass !== 'none'
  if (group === undefined && !isClassed && !isAccused) return []
  const frequency = row.cell(`frequency_armed_group${slot}`)
  return [
    {
      actor: group === undefined ? UNIDENTIFIED : (book.meaningOf('armed-group', group) ?? group),
      ...(group === undefined ? {} : { actorAsWritten: group }),
      actorClass: oneWord(ArmedActorClass, actorClass) ?? 'unknown',
      ...(classAsWritten === undefined ? {} : { classAsWritten }),
      ...(frequency === undefined
        ? {}
        : { frequency: oneWord(PresenceFrequency, book.meaningOf('frequency', frequency)) ?? 'unknown', frequencyAsWritten: frequency }),
      interference,
    },
  ]
}

function interferenceOf(asked: (kind: (typeof interferenceColumns)[number]) => boolean | undefined): Interference {
  return defined({
    taxation: asked('taxation'),
    tradeTaxation: asked('commerce_taxation'),
    entryTaxation: asked('entrance_taxation'),
    monopoly: asked('monopoly'),
    buyingMinerals: asked('buying_minerals'),
    digging: asked('digging'),
    forcedLabour: asked('forced_labour'),
    pillaging: asked('pillaging'),
    pitOwnership: asked('pit_ownership'),
  })
}

/** Comma lists; a comma inside brackets does not divide. */
function splitList(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(/,(?![^(]*\))/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
