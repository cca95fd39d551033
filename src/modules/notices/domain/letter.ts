/*
The daily letter: how many things of which kind wait, and where to see them. Kinds, numbers and addresses of this server; nothing
else can get in, because nothing else is given.
*/
import { fillPhrase } from '../../../kernel/phrase.ts'
import { type Infer, count, listOf, record, text } from '../../../kernel/schema.ts'

export const LetterContent = record({ notices: listOf(record({ kind: text(60), count: count(), path: text(200) }), 100) })
export type LetterContent = Infer<typeof LetterContent>
export type Dictionary = { readonly [key: string]: string }

export interface WrittenLetter {
  readonly subject: string
  readonly text: string
  readonly preferencesUrl: string
}

export function writeLetter(
  { notices }: LetterContent,
  { language, words, baseUrl }: { readonly language: 'fr' | 'en'; readonly words: Dictionary; readonly baseUrl: string },
): WrittenLetter {
  const say = (key: string, facts: { readonly [name: string]: unknown } = {}): string => fillPhrase(language, words[key] ?? key, facts)
  const address = (path: string): string => `${baseUrl.replace(/\/+$/, '')}${path}`
  const preferencesUrl = address('/notices/preferences')
  const lines = notices.flatMap(({ kind, count: n, path }) => [`- ${say(`notice.kind.${kind}`, { n })}`, `  ${address(path)}`])
  const total = notices.reduce((sum, one) => sum + one.count, 0)
  return {
    subject: say('notice.mail.subject', { n: total }),
    text: [say('notice.mail.greeting'), '', ...lines, '', say('notice.mail.why'), preferencesUrl, ''].join('\n'),
    preferencesUrl,
  }
}

/** When to try again after so many tries: 5 minutes, then three times as long each time; `null` when the letter is given up. */
export function nextTryAfterMinutes(attempts: number): number | null {
  return attempts >= 6 ? null : 5 * 3 ** (attempts - 1)
}
