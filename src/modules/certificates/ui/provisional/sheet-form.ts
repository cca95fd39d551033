/* What is typed for a sheet, and what it becomes: facts of the code and terms beside it, or null while something that a sheet must say is missing. */
import { addDays } from '../../../../kernel/calendar.ts'
import { PROVISIONAL_MOST_DAYS } from '../../domain/verify-key.ts'
import { MOST_SITES_LISTED } from '../../domain/code/claims.ts'
import { hsCodes } from '../../domain/rulebook.ts'
import { decimalOf } from '../desk/typed-numbers.ts'
import { emptyTerms, termsOf } from '../desk/terms-form.tsx'
import type { SheetFacts } from './issue-sheet.ts'
import type { DossierTerms } from '../../contract.ts'

export const minerals = ['Sn', 'Ta', 'W', 'Au'] as const
export const blankSheet = {
  ...emptyTerms,
  lot: '',
  exporter: '',
  mineral: '',
  mass: '',
  tags: '',
  sites: '',
  expires: '',
}
export type SheetForm = typeof blankSheet

/** Whole grams; null for anything else. */
export function gramsOf(kilograms: string): number | null {
  const grams = Math.round((decimalOf(kilograms) ?? 0) * 1000)
  return grams > 0 && grams <= 1_000_000_000 ? grams : null
}
export const lastDay = (today: string): string => addDays(today, PROVISIONAL_MOST_DAYS)
export const sitesOf = (typed: string): readonly string[] => [...new Set(typed.split(/[\s,;]+/).filter(Boolean))]

export function sheetOf(form: SheetForm, today: string): { readonly facts: SheetFacts; readonly terms: DossierTerms } | null {
  const terms = termsOf(form)
  const grams = gramsOf(form.mass)
  const mineral = minerals.find((one) => one === form.mineral)
  const [lotNumber, exporter, sites] = [form.lot.trim(), form.exporter.trim(), sitesOf(form.sites)]
  const tagCount = /^\d{1,6}$/.test(form.tags.trim()) ? Number(form.tags.trim()) : null
  const expiresOn = form.expires === '' ? lastDay(today) : form.expires
  if (terms === null || grams === null || mineral === undefined || tagCount === null || sites.length === 0) return null
  if (lotNumber === '' || exporter === '' || sites.some((one) => one.length > 60)) return null
  if (expiresOn <= today || expiresOn > lastDay(today)) return null
  const { grade, origin } = terms
  const facts = { exporter, lotNumber, massGrams: grams, grade, mineral: hsCodes[mineral], origin, tagCount, expiresOn }
  return { terms, facts: { ...facts, sites: sites.slice(0, MOST_SITES_LISTED), siteCount: sites.length } }
}
