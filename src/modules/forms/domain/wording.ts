/* Which wording a reader sees: their language where the form speaks it, else the form's first; and conditions with questions by their wording. */
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

/** A reference becomes the wording of its question in guillemets; the rest of the formula stays as written. */
export const readableFormula = (formula: string, labelOf: (name: string) => string): string =>
  formula.replaceAll(/\$\{\s*([^}\s]*)\s*\}/g, (_whole, name: string) => {
    const label = labelOf(name).replaceAll(/\s+/g, ' ')
    return `« ${label === '' ? name : label.length > 60 ? `${label.slice(0, 58)}…` : label} »`
  })
