/*
The numbers behind cards and reports, each with where it comes from. V read in the source, S secondary, U unverified, D our own
default; whatever is not V is shown as a default. It refuses to know dates: those come from the act.
*/
import type { Evidence } from '../../../kernel/rulebook.ts'
import type { CardKind, EntityType } from '../contract.ts'

interface Value<T> {
  readonly value: T
  readonly evidence: Evidence
  readonly source: string
}
const CODE_2018 = 'mining code of 2018 and its regulation, as reported'

export const cardRules = {
  expiringDays: { value: 30, evidence: 'D', source: 'proposal of this project' },
  minerCardMonths: { value: 12, evidence: 'U', source: CODE_2018 },
  traderCardMonths: { value: 12, evidence: 'V', source: `${CODE_2018}: one year, renewable without limit` },
  approvalMonths: { value: 12, evidence: 'D', source: 'renewed every year: circular of 2008, currency not verified' },
  minimumAgeYears: { value: 18, evidence: 'V', source: `${CODE_2018}: an artisan is of age` },
  nationality: { value: 'CD', evidence: 'V', source: `${CODE_2018}: an artisan is Congolese` },
  /** The file of an approval is in by 31 December, 17:00 in Kinshasa, which is 16:00 UTC. */
  fileDue: { value: { lastDay: '12-31', until: '16:00:00.000' }, evidence: 'V', source: 'circular of 2008; currency not verified' },
  examinationDays: { value: 60, evidence: 'V', source: 'circular of 2008; currency not verified' },
  /** “At the start of each month” is V; which day that is, is ours. */
  reportDueDay: { value: 5, evidence: 'D', source: `${CODE_2018}, art. 119: at the start of each month; the day is a default` },
} as const satisfies { readonly [name: string]: Value<unknown> }

export const monthsOf: { readonly [Kind in CardKind]: number } = {
  'miner-card': cardRules.minerCardMonths.value,
  'trader-card': cardRules.traderCardMonths.value,
  'cooperative-approval': cardRules.approvalMonths.value,
  'comptoir-approval': cardRules.approvalMonths.value,
  'processing-approval': cardRules.approvalMonths.value,
}

/** What a body of this type must hold to trade; `null`: nothing that this register keeps (D). */
export const neededBy: { readonly [Type in EntityType]: CardKind | null } = {
  cooperative: 'cooperative-approval',
  trader: 'trader-card',
  comptoir: 'comptoir-approval',
  processing_entity: 'processing-approval',
  refinery: 'processing-approval',
  transporter: null,
  concession_holder: null,
  importer: null,
  smelter: null,
}
/** The type that a body of `people` has until somebody described it (D). */
export const typeOfKind = (kind: string): EntityType | null =>
  kind === 'cooperative'
    ? 'cooperative'
    : kind === 'trader'
      ? 'trader'
      : kind === 'exporter'
        ? 'comptoir'
        : kind === 'processor'
          ? 'processing_entity'
          : kind === 'concession-holder'
            ? 'concession_holder'
            : kind === 'importer'
              ? 'importer'
              : null

export const isApproval = (kind: CardKind): boolean => kind.endsWith('-approval')
/** Cards that are valid in one zone only (trader V, art. 242 of the regulation; miner: the zone stands on the card, V). */
export const isOfZone = (kind: CardKind): boolean => kind === 'trader-card' || kind === 'miner-card'

export const normaliseNumber = (number: string): string => number.toUpperCase().replace(/\s+/g, '')
export const normaliseZone = (zone: string): string => zone.toUpperCase().replace(/\s+/g, '')
