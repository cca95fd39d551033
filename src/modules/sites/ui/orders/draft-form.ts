/* The text of a draft as the screen edits it (everything is text), and as the server keeps and signs it. Pure. */
import type { Attachment } from '../../../documents/contract.ts'
import type { OrderDraft, OrderDraftPage } from '../../domain/orders/order-draft.ts'
import { type AnnexDraft, annexOf, editedLine, keptLine, stocksOf } from './annex.ts'

export const kindsOfOrder = ['validation', 'red_listing', 'extension', 'withdrawal', 'derogation'] as const
export type KindOfOrder = (typeof kindsOfOrder)[number]
export interface DraftForm {
  readonly orderKind: KindOfOrder
  readonly number: string
  readonly signatoryRole: string
  readonly signedOn: string
  readonly signedAtPlace: string
  readonly effectiveFrom: string
  readonly months: string
  readonly until: string
  readonly legalBasis: string
  readonly recitals: string
  readonly supersedes: string
  readonly statedGreen: string
  readonly statedYellow: string
  readonly statedRed: string
  readonly scan: Attachment | null
}
export interface Draft {
  readonly form: DraftForm
  readonly lines: readonly AnnexDraft[]
}

export const newDraft = (today: string, usual: readonly string[]): Draft => ({
  form: {
    ...{ orderKind: 'validation', number: '', signatoryRole: 'MINISTER', signedOn: today, signedAtPlace: 'Kinshasa', effectiveFrom: today },
    ...{
      months: '',
      until: '',
      legalBasis: usual.join('\n'),
      recitals: '',
      supersedes: '',
      statedGreen: '',
      statedYellow: '',
      statedRed: '',
    },
    scan: null,
  },
  lines: [],
})

/** Letters that one act of the legal basis, and one recital, may have, as the server takes them. */
export const BASIS_LETTERS = 200
export const RECITAL_LETTERS = 2000
export const linesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
const numberIn = (text: string): number | undefined => (/^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : undefined)

/** Whether the fields have a form that can be kept; what is missing does not matter. */
export const canBeKept = ({ form }: Draft): boolean =>
  /^\d{0,3}$/.test(form.months.trim()) &&
  linesIn(form.legalBasis).every((line) => line.length <= BASIS_LETTERS) &&
  linesIn(form.recitals).every((line) => line.length <= RECITAL_LETTERS)

type Text = { readonly [name: string]: unknown }
const present = (fields: Text): Text =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))

const textOf = ({ form }: Draft): Text =>
  present({
    orderKind: form.orderKind,
    number: form.number.trim(),
    signatoryRole: form.signatoryRole,
    signedOn: form.signedOn,
    signedAtPlace: form.signedAtPlace.trim(),
    effectiveFrom: form.effectiveFrom,
    durationMonths: numberIn(form.months),
    effectiveTo: form.until,
    supersedes: form.supersedes,
    scan: form.scan ?? undefined,
  })

/** The `content` that is kept. */
export function contentOf(draft: Draft): Text {
  const { form, lines } = draft
  const stated = present({ green: numberIn(form.statedGreen), yellow: numberIn(form.statedYellow), red: numberIn(form.statedRed) })
  return {
    ...textOf(draft),
    legalBasis: linesIn(form.legalBasis),
    recitals: linesIn(form.recitals),
    ...(Object.keys(stated).length === 0 ? {} : { statedCounts: stated }),
    annex: lines.flatMap(keptLine),
  }
}

/** The data of the signature. */
export function signatureOf(draft: Draft, id: string): Text {
  const recitals = linesIn(draft.form.recitals)
  return {
    ...textOf(draft),
    legalBasis: linesIn(draft.form.legalBasis),
    ...(recitals.length === 0 ? {} : { recitals }),
    ...(draft.form.orderKind === 'derogation' ? { derogations: stocksOf(draft.lines) } : {}),
    annex: annexOf(draft.lines),
    draft: id,
  }
}

/** The kept draft as the screen edits it. */
export function editedDraft({ content, lines }: Pick<OrderDraftPage, 'content' | 'lines'>): Draft {
  const { statedCounts } = content
  return {
    form: {
      orderKind: content.orderKind,
      number: content.number ?? '',
      signatoryRole: content.signatoryRole ?? 'MINISTER',
      signedOn: content.signedOn ?? '',
      signedAtPlace: content.signedAtPlace ?? '',
      effectiveFrom: content.effectiveFrom ?? '',
      months: textIn(content.durationMonths),
      until: content.effectiveTo ?? '',
      legalBasis: content.legalBasis.join('\n'),
      recitals: content.recitals.join('\n'),
      supersedes: content.supersedes ?? '',
      statedGreen: textIn(statedCounts?.green),
      statedYellow: textIn(statedCounts?.yellow),
      statedRed: textIn(statedCounts?.red),
      scan: content.scan ?? null,
    },
    lines: lines.map((line) => editedLine(line, false)),
  }
}
const textIn = (value: number | undefined): string => (value === undefined ? '' : String(value))

export interface Difference {
  readonly field: keyof OrderDraft
  readonly mine: string
  readonly theirs: string
}
/** Where two texts of one draft part, field by field, as text. */
export function differencesOf(mine: Draft, theirs: Draft): readonly Difference[] {
  const [one, other] = [contentOf(mine), contentOf(theirs)]
  const fields = [
    'orderKind',
    'number',
    'signatoryRole',
    'signedOn',
    'signedAtPlace',
    'effectiveFrom',
    'durationMonths',
    'effectiveTo',
  ] as const
  const more = ['legalBasis', 'recitals', 'supersedes', 'statedCounts', 'scan'] as const
  const plain = [...fields, ...more].map((field) => ({ field, mine: shown(one[field]), theirs: shown(other[field]) }))
  const annex = { field: 'annex' as const, mine: annexText(mine), theirs: annexText(theirs) }
  return [...plain, annex].filter((part) => part.mine !== part.theirs)
}
const shown = (value: unknown): string => {
  if (value === undefined) return ''
  return Array.isArray(value) ? value.join('\n') : typeof value === 'object' ? JSON.stringify(value) : String(value)
}
const annexText = ({ lines }: Draft): string => lines.map((line) => `${line.name || line.key}: ${line.colour}`).join('\n')
export const isSame = (one: Draft, other: Draft): boolean => JSON.stringify(contentOf(one)) === JSON.stringify(contentOf(other))
