/*
Countries as RMI's lists name them: in English, with the name turned round (`CONGO, DEMOCRATIC REPUBLIC OF THE`). The wording of the file that the user
brought comes first; without it the English name in capitals.
*/
import type { Book } from './workbook/book.ts'

/** Where the list's name is not the plain English one in capitals. */
const TURNED: { readonly [code: string]: readonly string[] } = {
  CD: ['CONGO, DEMOCRATIC REPUBLIC OF THE', 'CONGO (THE DEMOCRATIC REPUBLIC OF THE)', 'DEMOCRATIC REPUBLIC OF THE CONGO', 'DRC'],
  CG: ['CONGO', 'CONGO (THE)', 'REPUBLIC OF THE CONGO'],
  BO: ['BOLIVIA (PLURINATIONAL STATE OF)', 'BOLIVIA, PLURINATIONAL STATE OF'],
  CZ: ['CZECHIA', 'CZECH REPUBLIC'],
  GB: ['UNITED KINGDOM OF GREAT BRITAIN AND NORTHERN IRELAND'],
  IR: ['IRAN (ISLAMIC REPUBLIC OF)', 'IRAN, ISLAMIC REPUBLIC OF'],
  KR: ['KOREA, REPUBLIC OF', 'KOREA (THE REPUBLIC OF)'],
  LA: ["LAO PEOPLE'S DEMOCRATIC REPUBLIC"],
  MK: ['NORTH MACEDONIA'],
  RU: ['RUSSIAN FEDERATION'],
  SZ: ['ESWATINI', 'SWAZILAND'],
  TR: ['TURKEY', 'TÜRKIYE'],
  TW: ['TAIWAN, PROVINCE OF CHINA'],
  TZ: ['TANZANIA, UNITED REPUBLIC OF', 'UNITED REPUBLIC OF TANZANIA'],
  US: ['UNITED STATES OF AMERICA', 'UNITED STATES OF AMERICA (THE)'],
  VE: ['VENEZUELA (BOLIVARIAN REPUBLIC OF)'],
  VN: ['VIET NAM'],
}
const english = new Intl.DisplayNames('en', { type: 'region' })
const plainOf = (code: string): string => (english.of(code) ?? code).toUpperCase()

/** A code, or a name as a person typed it, in the words of the file. What no list knows stays as it was typed. */
export function countryName(book: Pick<Book, 'shared'>, typed: string): string {
  const said = typed.trim()
  const wanted = /^[A-Za-z]{2}$/.test(said) ? namesOf(said.toUpperCase()) : [said, ...(codeOf(said)?.flatMap(namesOf) ?? [])]
  const listed = new Map(book.shared.map((word) => [word.trim().toUpperCase(), word.trim()]))
  return wanted.map((one) => listed.get(one.toUpperCase())).find((one) => one !== undefined) ?? wanted[0] ?? said
}
const namesOf = (code: string): readonly string[] => {
  const turned = TURNED[code] ?? []
  return /^[A-Z]{2}$/.test(plainOf(code)) ? [code] : [...turned, plainOf(code)]
}
/** Of a name that the table turns round; any other is looked for as it stands. */
const codeOf = (name: string): readonly string[] | undefined => {
  const found = Object.keys(TURNED).filter((code) => [...(TURNED[code] ?? []), plainOf(code)].includes(name.toUpperCase()))
  return found.length === 0 ? undefined : found
}
