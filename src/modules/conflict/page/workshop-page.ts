/* What both papers of a workshop share: words, the places of entries, what a group said of them. */
import type { Outline } from '../../places/contract.ts'
import { codesEn } from '../words/codes-en.ts'
import { codesFr } from '../words/codes-fr.ts'
import type { FrozenVersion, HallEntry, WorkshopContent } from '../contract-workshops.ts'
import type { Verdict } from '../domain/workshops/rounds.ts'
import { workshopPageEn } from './workshop-words-en.ts'
import { type WorkshopPageKey, workshopPageFr } from './workshop-words-fr.ts'

export interface PaperSite {
  readonly id: string
  readonly name: string
  readonly position: { readonly latitude: number; readonly longitude: number } | null
}
export interface PaperArea {
  readonly code: string
  readonly name: string
  readonly polygons: Outline
}
export interface RoundLine {
  readonly place: string
  readonly verdict: Verdict
  readonly before: HallEntry['content'] | null
  readonly after: HallEntry['content'] | null
}
/** All that a paper needs, read in one transaction. */
export interface WorkshopPaper {
  readonly frozen: FrozenVersion
  readonly content: WorkshopContent
  readonly zone: string
  readonly host: string | null
  readonly sites: readonly PaperSite[]
  readonly areas: readonly PaperArea[]
  readonly rounds: {
    readonly with: { readonly title: string; readonly round: string; readonly frozen: FrozenVersion }
    readonly lines: readonly RoundLine[]
  } | null
}

export interface PaperWords {
  readonly language: 'fr' | 'en'
  readonly t: (key: WorkshopPageKey, facts?: { readonly [name: string]: string | number }) => string
  readonly code: (list: string, value: string) => string
}
const OWN = { fr: workshopPageFr, en: workshopPageEn } as const
const CODES = { fr: new Map<string, string>(Object.entries(codesFr)), en: new Map<string, string>(Object.entries(codesEn)) } as const
export const paperWords = (language: 'fr' | 'en'): PaperWords => ({
  language,
  t: (key, facts = {}) => OWN[language][key].replace(/\{(\w+)\}/g, (_all, name: string) => String(facts[name] ?? '')),
  code: (list, value) => CODES[language].get(`code.${list}.${value}`) ?? value,
})

type Content = HallEntry['content']
export const placeName = (
  { sites }: Pick<WorkshopPaper, 'sites'>,
  { place }: { readonly place: Pick<Content['place'], 'site' | 'provisionalName'> },
): string => (place.site === null ? null : sites.find((one) => one.id === place.site)?.name) ?? place.provisionalName ?? '–'
export const actorsText = ({ t, code }: PaperWords, { actors }: Content): string =>
  actors.length === 0 ? t('nobody-named') : actors.map(({ written, role }) => `${written ?? '–'} (${code('role', role)})`).join(' ; ')
export const modesText = ({ code }: PaperWords, { modes }: Content): string =>
  modes.map(({ mode, stage }) => `${code('mode', mode)}, ${code('stage', stage)}`).join(' ; ') || '–'
export const beneficiariesText = ({ code }: PaperWords, { beneficiaries }: Content): string =>
  beneficiaries.map(({ kind }) => code('beneficiary', kind)).join(', ') || '–'
export const responsesText = ({ code }: PaperWords, { responses }: Content): string =>
  responses.map((one) => code('response', one)).join(', ') || '–'
export function stancesText({ t }: PaperWords, { stances }: HallEntry): string {
  if (stances.length === 0) return t('nobody-said')
  const said = (['agree', 'dissent', 'cannot-say'] as const).flatMap((stance) => {
    const n = stances.filter((one) => one.stance === stance).length
    return n === 0 ? [] : [t(stance, { n })]
  })
  return said.join(', ')
}
/** Territoires of the zone of which nobody spoke. */
export const silentAreas = ({ content, areas }: Pick<WorkshopPaper, 'content' | 'areas'>): readonly PaperArea[] =>
  areas.filter(({ code }) => !content.entries.some((entry) => entry.content.place.territoire === code))
