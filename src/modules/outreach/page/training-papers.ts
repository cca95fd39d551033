/*
The papers of a session on A4: attendance sheet, test, its key apart, a certificate. Badges stand on them; a name is printed on the certificate of one person alone, and is
written by hand on the sheet of the hall. They carry no script.
*/
import { dateText, fillPhrase } from '../../../kernel/phrase.ts'
import { documentPage } from '../../../platform/http/document-page.ts'
import { type Html, html, trustedHtml } from '../../../platform/http/html.ts'
import type { HalfDay, InLanguages, ItemShown, ParticipantShown, SessionShown, TestMoment } from '../contract-training.ts'
import { writtenCode } from '../domain/training/certificate-code.ts'
import { trainingCodesEn } from '../words/codes-training-en.ts'
import { trainingCodesFr } from '../words/codes-training-fr.ts'
import { trainingPageWords } from './training-words.ts'

export type PaperLanguage = 'fr' | 'en'
const WORDS = { fr: { ...trainingPageWords.fr, ...trainingCodesFr }, en: { ...trainingPageWords.en, ...trainingCodesEn } } as const
export const sayIn =
  (language: PaperLanguage) =>
  (key: keyof (typeof WORDS)['fr'], facts: object = {}): string =>
    fillPhrase(language, WORDS[language][key], { ...facts })
export const inWords = (said: InLanguages, language: PaperLanguage): string => (language === 'en' ? (said.en ?? said.fr) : said.fr)

const STYLE = `.sheet td,.sheet th{border:1px solid var(--line);padding:6px;font-size:14px}.sheet td.wide{min-width:150px;height:34px}.box{display:inline-block;width:15px;height:15px;border:1.5px solid var(--ink);vertical-align:-2px;margin-right:8px}
ol.items{padding-left:22px}ol.items>li{margin:0 0 14px;break-inside:avoid}ol.items p{margin:2px 0}.badge{border:1.5px solid var(--ink);display:inline-block;padding:8px 60px 8px 10px}.wrap{overflow-x:auto}@media print{.key{break-before:page}}`
const half = (day: HalfDay, language: PaperLanguage): string => `${dateText(day.on).slice(0, 5)} ${sayIn(language)(`sheet.${day.part}`)}`

export function attendanceSheet({ line, days, participants }: SessionShown, language: PaperLanguage): Html {
  const say = sayIn(language)
  const rows = participants ?? []
  return documentPage({
    ...{ title: `${say('sheet.title')} ${line.number}`, language, style: STYLE },
    body: html`<h1>${say('sheet.title')}</h1>
      <p>${inWords(line.title, language)} · ${line.number} · ${line.place} · ${line.provinceName}</p>
      <div class="wrap">
        <table class="sheet">
          <thead>
            <tr>
              <th>${say('sheet.badge')}</th>
              <th>${say('sheet.category')}</th>
              <th>${say('sheet.name')}</th>
              <th>${say('sheet.signature')}</th>
              ${days.map((day) => html`<th>${half(day, language)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ badge, category }) =>
                html`<tr>
                  <td>${badge}</td>
                  <td>${say(`training.category.${category}`)}</td>
                  <td class="wide"></td>
                  <td class="wide"></td>
                  ${days.map(() => html`<td></td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="small">${say('sheet.note')}</p>`,
  })
}

export function testSheet(
  { line, items }: SessionShown,
  { when, language }: { readonly when: TestMoment; readonly language: PaperLanguage },
): Html {
  const say = sayIn(language)
  return documentPage({
    ...{ title: `${say(`test.title.${when}`)} ${line.number}`, language, style: STYLE },
    body: html`<h1>${say(`test.title.${when}`)}</h1>
      <p>${inWords(line.title, language)} · ${line.number}</p>
      <p><span class="badge">${say('test.badge')} :</span></p>
      <p class="small">${items.length === 0 ? say('test.none') : say('test.how')}</p>
      <ol class="items">
        ${items.map(
          ({ question, options }) =>
            html`<li>
              <p>${inWords(question, language)}</p>
              ${options.map((option) => html`<p><span class="box"></span>${inWords(option, language)}</p>`)}
            </li>`,
        )}
      </ol>`,
  })
}
/** On a page of its own, for the trainer. */
export function testKey({ line, items }: SessionShown, language: PaperLanguage): Html {
  const say = sayIn(language)
  const right = ({ options, correct }: ItemShown): string => {
    const option = options[correct]
    return option === undefined ? '' : `${String.fromCodePoint(65 + correct)}. ${inWords(option, language)}`
  }
  return documentPage({
    ...{ title: `${say('test.key')} ${line.number}`, language, style: STYLE },
    body: html`<h1>${say('test.key')}</h1>
      <p>${inWords(line.title, language)} · ${line.number}</p>
      <p class="note">${say('test.key.note')}</p>
      <table class="key">
        <thead>
          <tr>
            <th>${say('test.question')}</th>
            <th>${say('test.right')}</th>
          </tr>
        </thead>
        <tbody>
          ${items.map(
            (item, at) =>
              html`<tr>
                <td>${at + 1}. ${inWords(item.question, language)}</td>
                <td>${right(item)}</td>
              </tr>`,
          )}
        </tbody>
      </table>`,
  })
}

export interface CertificatePaper {
  readonly session: SessionShown
  readonly participant: ParticipantShown
  readonly name: string | null
  readonly code: string
  /** The square that leads to the page that checks it, drawn by us. */
  readonly square: string
}
const CERTIFICATE = `.certificate{border:3px double var(--ink);padding:30px 34px;text-align:center}.certificate h1{font-size:30px}.certificate .name{font-size:24px;font-weight:700;margin:18px 0}.certificate .code{font-size:19px;letter-spacing:.06em;font-weight:700}.certificate svg{width:110px;height:110px;background:#fff}.signed{margin-top:70px;border-top:1px solid var(--line);display:inline-block;padding:6px 60px}`
export function certificatePaper({ session, participant, name, code, square }: CertificatePaper, language: PaperLanguage): Html {
  const say = sayIn(language)
  const { line, modules } = session
  const { certificate, present } = participant
  const title = inWords(line.title, language)
  return documentPage({
    ...{ title: `${say('certificate.title')} ${certificate?.number ?? ''}`, language, style: STYLE + CERTIFICATE },
    body: html`<div class="certificate">
      <h1>${say('certificate.title')}</h1>
      <p>${say('certificate.says')}</p>
      <p class="name">${name ?? say('certificate.blank')}</p>
      <p>${say('certificate.took-part', { title })}</p>
      <p>${say('certificate.when', { from: line.firstDay, until: line.lastDay, place: line.place ?? '–', province: line.provinceName })}</p>
      <p class="small">${modules.map((module) => say(`training.module.${module}`)).join(' · ')}</p>
      <p>${say('certificate.present', { present, of: line.halfDays })}</p>
      <p>${say('certificate.number', { number: certificate?.number ?? '–', day: certificate?.on ?? '–' })}</p>
      <p>${say('certificate.code')}<br /><span class="code">${writtenCode(code)}</span></p>
      <p>${trustedHtml(square)}<br /><span class="small">${say('certificate.check')}</span></p>
      <p class="signed">${say('certificate.signed')}</p>
    </div>`,
  })
}
