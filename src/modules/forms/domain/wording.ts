/* Which wording a reader sees: their language where the form speaks it, else the form's first. */
export interface Wordings {
  readonly [language: string]: string
}

/** `Français (fr)` is fr; `English` alone is its first two letters. */
export const languageCode = (language: string): string =>
  (/\(([a-z]{2,3})\)\s*$/i.exec(language)?.[1] ?? language.slice(0, 2)).toLowerCase()

export function wordingFor(wordings: Wordings, reader: string, defaultLanguage: string): string {
  const own = Object.keys(wordings).find((language) => language !== '' && languageCode(language) === reader)
  return wordings[own ?? ''] ?? wordings[defaultLanguage] ?? wordings[''] ?? Object.values(wordings)[0] ?? ''
}
