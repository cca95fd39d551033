/*
The conflict map for everybody: a page without script, readable on an old telephone and on paper. Provinces with a summary first, each with its day; then those
where somebody looked and nothing is published; then, apart, those where nobody has looked. It can only say what the public answer holds.
*/
import { addMonths } from '../../../kernel/calendar.ts'
import { dateText, fillPhrase } from '../../../kernel/phrase.ts'
import { documentPage } from '../../../platform/http/document-page.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import type { PublicConflict, PublicProvince } from '../contract-sheet-answers.ts'
import { codesEn } from '../words/codes-en.ts'
import { codesFr } from '../words/codes-fr.ts'
import { sheetsEn } from '../words/sheets-en.ts'
import { sheetsFr } from '../words/sheets-fr.ts'

const WORDS = { fr: { ...sheetsFr, ...codesFr }, en: { ...sheetsEn, ...codesEn } } as const
type Language = keyof typeof WORDS
type Key = keyof (typeof WORDS)['fr']
type Say = (key: Key, facts?: object) => string
const OLD_MONTHS = 12

export function conflictPage({ on, provinces }: PublicConflict, language: Language): Html {
  const say: Say = (key, facts = {}) => fillPhrase(language, WORDS[language][key], { ...facts })
  const of = (state: PublicProvince['state']): readonly PublicProvince[] => provinces.filter((one) => one.state === state)
  const unlooked = of('nobody-looked')
  return documentPage({
    ...{ title: say('conflict-page.title'), language },
    body: html`<h1>${say('conflict-page.title')}</h1>
      <p>${say('conflict-page.lead')}</p>
      ${of('published').map((one) => publishedPart(one, { on, say, language }))}
      ${of('nothing-published').map(
        ({ name }) =>
          html`<h2>${name}</h2>
            <p>${say('conflict-page.nothing-published')}</p>`,
      )}
      ${
        unlooked.length === 0
          ? null
          : html`<h2>${say('conflict-page.unlooked')}</h2>
              <p class="note">${say('conflict-page.nobody-looked')}</p>
              <p>${unlooked.map((one) => one.name).join(' · ')}</p>`
      }`,
    footer: html`<p>${say('conflict-page.footer', { day: on })}</p>`,
  })
}

function publishedPart(
  { name, summaries, categories }: PublicProvince,
  { on, say, language }: { readonly on: string; readonly say: Say; readonly language: Language },
): Html {
  const line = (label: Key, words: readonly string[]): Html | null =>
    words.length === 0
      ? null
      : html`<tr>
          <th scope="row">${say(label)}</th>
          <td>${words.join(', ')}</td>
        </tr>`
  return html`<h2>${name}</h2>
    ${summaries.map(
      (one) =>
        html`<p>${one[language]}</p>
          <p class="small">
            ${say('conflict-page.as-of', { day: dateText(one.asOf), published: dateText(one.publishedOn) })}
            ${one.asOf < addMonths(on, -OLD_MONTHS) ? say('conflict-page.old') : null}
          </p>`,
    )}
    <table>
      <tbody>
        ${line(
          'conflict-page.modes',
          categories.modes.map((one) => say(`code.mode.${one}`)),
        )}
        ${line(
          'conflict-page.beneficiaries',
          categories.beneficiaries.map((one) => say(`code.beneficiary.${one}`)),
        )}
        ${line(
          'conflict-page.minerals',
          categories.minerals.map((one) => say(`code.mineral.${one}`)),
        )}
        ${line(
          'conflict-page.responses',
          categories.responses.map((one) => say(`code.response.${one}`)),
        )}
      </tbody>
    </table>`
}
