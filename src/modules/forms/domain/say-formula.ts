/*
Conditions as people say them: questions by their wording, answers by theirs, the usual comparisons in words. What it does not know stays as it is
written, so that nothing is hidden; it computes nothing.
*/
import type { Outline, OutlineRow } from './answers.ts'
import { wordingFor } from './wording.ts'

const LONGEST = 44
const WORDS = {
  fr: {
    and: 'et',
    or: 'ou',
    today: 'aujourd’hui',
    between: (low: string, high: string) => `de ${low} à ${high}`,
    filled: 'rempli',
    empty: 'vide',
    holds: 'contient',
  },
  en: {
    and: 'and',
    or: 'or',
    today: 'today',
    between: (low: string, high: string) => `from ${low} to ${high}`,
    filled: 'filled in',
    empty: 'empty',
    holds: 'holds',
  },
} as const

export interface Sayer {
  /** A condition, a constraint, a calculation. */
  readonly formula: (formula: string) => string
  /** A wording, in which only references are replaced. */
  readonly text: (text: string) => string
}

const COMPARED = /\$\{(\S+?)\}\s*(!?=)\s*'([^']*)'/g
const SELECTED = /selected\(\s*\$\{(\S+?)\}\s*,\s*'([^']*)'\s*\)/g

export function sayerOf(outline: Outline, language: 'fr' | 'en'): Sayer {
  const words = WORDS[language]
  const rows = new Map(outline.rows.map((row) => [row.name, row]))
  const say = (wordings: OutlineRow['labels']): string => wordingFor(wordings, language, outline.defaultLanguage)
  const question = (name: string): string => quoted(say(rows.get(name)?.labels ?? {}) || name)
  const answer = (name: string, value: string): string => {
    const list = outline.lists.find((one) => one.name === rows.get(name)?.list)
    const choice = list?.choices.find((one) => one.name === value)
    return choice === undefined ? `'${value}'` : quoted(say(choice.labels) || value)
  }
  const compared = (name: string, sign: string, value: string): string => {
    if (value === '') return `${question(name)} ${sign === '=' ? words.empty : words.filled}`
    return `${question(name)} ${sign === '=' ? '=' : '≠'} ${answer(name, value)}`
  }
  const text = (given: string): string => given.replaceAll(/\$\{\s*(\S+?)\s*\}/g, (_whole, name: string) => question(name))
  // Words of the formula first: a wording that is put in afterwards may hold the same words.
  const formula = (given: string): string =>
    text(
      given
        .replaceAll(/\. >= (-?[\d.]+) and \. <= (-?[\d.]+)/g, (_whole, low: string, high: string) => words.between(low, high))
        .replaceAll(/ (and|or) /g, (_whole, word: string) => ` ${word === 'and' ? words.and : words.or} `)
        .replaceAll(/\btoday\(\)/g, words.today)
        .replaceAll('>=', '≥')
        .replaceAll('<=', '≤')
        .replaceAll(SELECTED, (_whole, name: string, value: string) => `${question(name)} ${words.holds} ${answer(name, value)}`)
        .replaceAll(COMPARED, (...[, name = '', sign = '', value = '']: readonly string[]) => compared(name, sign, value)),
    )
  return { formula, text }
}

const quoted = (label: string): string => {
  const flat = label.replaceAll(/\s+/g, ' ')
  return `« ${flat.length > LONGEST ? `${flat.slice(0, LONGEST - 2)}…` : flat} »`
}
