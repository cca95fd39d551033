/*
What the coded fields about a person are called, on every screen with the same words: no code of ours is shown to who helps. What is empty says nothing,
so that a line without content is left out.
*/
import type { Label } from '../domain/label.ts'
import { label, say } from '../domain/label.ts'
import { urgencyLabels } from '../domain/referral/referral-labels.ts'
import type { PackageField } from '../domain/referral/referral-words.ts'
import { languageName } from './languages.ts'
import { countries, disabilities, disabilityLabels } from './screening/screening-lists.ts'

type Tongue = 'fr' | 'en'
const unknownAge = label('âge inconnu', 'age unknown')
const spans: { readonly [Shape in 'over' | 'within']: (from: string, to: string) => Label } = {
  over: (from) => label(`${from} ans et plus`, `${from} years and over`),
  within: (from, to) => label(`de ${from} à ${to} ans`, `from ${from} to ${to} years`),
}
/** `18-and-over` as one says it; a country may write bands of its own, in the same two shapes. */
export function ageBandText(band: string, language: Tongue): string {
  const [, from = '', to = ''] = /^(\d+)-(\d+|and-over)$/.exec(band) ?? []
  if (from === '') return band === 'unknown' ? unknownAge[language] : band
  return spans[to === 'and-over' ? 'over' : 'within'](from, to)[language]
}
const elsewhere = label('autre pays', 'another country')
function countryName(three: string, language: Tongue): string {
  const two = countries.find(([, code]) => code === three)?.[0]
  return two === undefined ? elsewhere[language] : (new Intl.DisplayNames([language], { type: 'region' }).of(two) ?? three)
}
const URGENCIES = ['high', 'medium', 'low'] as const

/** `null`: there is nothing to say of it. */
export function codedText(field: PackageField, value: string, language: Tongue): string | null {
  const several = value.split(' ').filter((one) => one !== '')
  if (several.length === 0) return null
  if (field === 'age-band') return ageBandText(value, language)
  if (field === 'languages') return several.map((one) => languageName(one, language)).join(', ')
  if (field === 'nationality') return several.map((one) => countryName(one, language)).join(', ')
  if (field === 'disability') {
    const known = disabilities.find((one) => one === value)
    return known === undefined || known === 'not-asked' ? null : say(disabilityLabels, known, language)
  }
  const urgency = field === 'urgency' ? URGENCIES.find((one) => one === value) : undefined
  return urgency === undefined ? value : say(urgencyLabels, urgency, language)
}
