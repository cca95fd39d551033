/*
Languages by name, never by code. A file keeps three letters of ISO 639-3 (V), so that one language is not two; what came in two letters is read as
its three. Names by hand: a small telephone does not know all of these, and answers a code.
*/
import { type Label, label } from '../domain/label.ts'

const named: { readonly [code: string]: Label } = {
  ...{ fra: label('Français', 'French'), swa: label('Swahili', 'Swahili'), lin: label('Lingala', 'Lingala') },
  ...{ kon: label('Kikongo', 'Kikongo'), lua: label('Tshiluba', 'Tshiluba'), eng: label('Anglais', 'English') },
  ...{ run: label('Kirundi', 'Kirundi'), kin: label('Kinyarwanda', 'Kinyarwanda'), lug: label('Luganda', 'Luganda') },
  ...{ mon: label('Mongol (Mongolie)', 'Mongolian'), kaz: label('Kazakh', 'Kazakh'), zho: label('Chinois', 'Chinese') },
  ...{ rus: label('Russe', 'Russian'), sgn: label('Langue des signes', 'Sign language') },
}
const three: { readonly [two: string]: string } = {
  ...{ fr: 'fra', sw: 'swa', ln: 'lin', kg: 'kon', en: 'eng', rn: 'run', rw: 'kin', lg: 'lug', mn: 'mon', kk: 'kaz', zh: 'zho', ru: 'rus' },
}
export const threeLetters = (code: string): string => three[code] ?? code
/** Those that are offered where somebody chooses, the most spoken first. */
export const offeredLanguages: readonly string[] = [
  'swa',
  'fra',
  'lin',
  'kon',
  'lua',
  'eng',
  'run',
  'kin',
  'lug',
  'mon',
  'kaz',
  'zho',
  'rus',
  'sgn',
]
const other = label('Autre langue', 'Another language')
export function languageName(code: string, language: 'fr' | 'en'): string {
  const known = named[threeLetters(code)]
  if (known) return known[language]
  const told = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }).of(code)
  return told === undefined || told === code ? other[language] : told.charAt(0).toLocaleUpperCase(language) + told.slice(1)
}
